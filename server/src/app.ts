// The composition root: opens the stores, builds the features, binds routes and frames. Reads as a list.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { createAccounts, registerAccountRoutes } from './features/accounts/index.ts'
import { createAttachments, enclosing, registerAttachmentRoutes, serveAttachments } from './features/attachments/index.ts'
import { checkModelFolder, createResponder, createUnsolvedTrigger, holdEngine, openEmbeddingChannel } from './features/answering/index.ts'
import { createAppointments, openBookings, registerAppointmentRoutes, slotNow } from './features/appointments/index.ts'
import { createAudit, registerAuditRoutes } from './features/audit/index.ts'
import { createOfficeCalendars, registerCalendarRoutes, workingTimeOf } from './features/calendar/index.ts'
import {
  createConfirmationSheets,
  mayReadSheetFiles,
  readSeededTemplates,
  registerConfirmationSheetRoutes,
} from './features/confirmation-sheets/index.ts'
import {
  createConversations,
  createJournal,
  mayReadMessageFile,
  registerConversationRoutes,
  type EndingHooks,
} from './features/conversations/index.ts'
import { registerDeskCountRoutes } from './features/desk-counts/index.ts'
import { createEditing, draftGaps, registerEditingRoutes, startTimetable, tellLateAnswers } from './features/editing/index.ts'
import { createFavourites, registerFavouriteRoutes } from './features/favourites/index.ts'
import { createGaps, registerGapRoutes } from './features/gaps/index.ts'
import { createPublishing, importSeed, openAssets, openKnowledge, seedIn, registerKnowledgeRoutes } from './features/knowledge/index.ts'
import {
  createGuardedWriting,
  createTextGuard,
  followGuard,
  holdGuard,
  importWords,
  isShowableIn,
  readSeededWords,
  registerGuardRoutes,
} from './features/guard/index.ts'
import {
  assertUnrestrained,
  createHarassmentTrials,
  createInterceptions,
  createPolice,
  createPolicyDesk,
  registerHarassmentRoutes,
} from './features/harassment/index.ts'
import {
  createLeaveMessageDesk,
  createOwnLeaveMessages,
  mayReadLeaveMessageFiles,
  registerLeaveMessageRoutes,
} from './features/leave-messages/index.ts'
import { createHandOff, lastSeqOfBot, registerHandOffRoutes } from './features/hand-off/index.ts'
import { createNotices, registerNoticeRoutes } from './features/notices/index.ts'
import { registerPeopleRoutes, hasDemoPeople, seedDemoPeople } from './features/people/index.ts'
import { addRead, createDelivery, createPushes, registerPushRoutes } from './features/pushes/index.ts'
import { createRecorder, lookUpTopics, recordVotes } from './features/records/index.ts'
import { createPresence, registerPresenceRoutes } from './features/presence/index.ts'
import {
  announceQueue,
  createAssigning,
  createAttendance,
  createDrops,
  createCalls,
  createHolding,
  createQueue,
  createQueueView,
  registerQueueRoutes,
  startAssigning,
} from './features/queue/index.ts'
import { createAnswerLedger, createRecall, type Correction } from './features/recall/index.ts'
import { answeringSettingsIn, openSettings, registerSettingRoutes } from './features/settings/index.ts'
import { createSessions, registerSessionRoutes } from './features/sessions/index.ts'
import { createShortcuts, readShortcuts, registerShortcutRoutes } from './features/shortcuts/index.ts'
import { createHttpGateway, createSms, registerSmsRoutes } from './features/sms/index.ts'
import { announceSupervision, createTalks, createWall, registerSupervisionRoutes } from './features/supervision/index.ts'
import { createTaxpayerTags, registerTaxpayerTagRoutes } from './features/taxpayer-tags/index.ts'
import { createTestBench, readRegressionSet, registerTestBenchRoutes } from './features/test-bench/index.ts'
import { createTransfers, registerTransferRoutes } from './features/transfers/index.ts'
import { createTrends, readFilingCalendar, registerTrendRoutes } from './features/trends/index.ts'
import { createTyping } from './features/typing/index.ts'
import { createFeedback, createVotes, registerVoteRoutes } from './features/votes/index.ts'
import { createLatenessCheck, createWorkOrders, mayReadWorkOrderFiles, registerWorkOrderRoutes } from './features/work-orders/index.ts'
import { carryToLines, createLiveHandlers, queueAudience, tellReminder, tellSupervisors } from './live-handlers.ts'
import { carryRecords } from './live-records.ts'
import { ConfigError, type Config } from './config.ts'
import { createTokens, signingSecret } from './platform/auth/tokens.ts'
import { openDiskBlobs } from './platform/blobs/disk-blobs.ts'
import { createPictures } from './platform/pictures/pictures.ts'
import { openS3Blobs } from './platform/blobs/s3-blobs.ts'
import { createLocalBus } from './platform/bus/bus.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { openDatabase } from './platform/database/database.ts'
import { everyMinute, everySecond } from './platform/repeating.ts'
import { createHttpServer } from './platform/http/http-server.ts'
import { createCallerOf, createImplement } from './platform/http/implement.ts'
import { openGateway } from './platform/live/gateway.ts'
import { createLines } from './platform/live/lines.ts'
import { createLog } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'

export interface RunningServer {
  readonly url: string
  /** The OpenAPI document of what is registered. */
  openApi(): unknown
  /** Tells those who were given an answer that it changed, as the editors' desk does when it publishes. Returns how many. */
  correct(correction: Correction): Promise<number>
  /** The minute's round of the appointments, at once: for whoever turns the clock, and does not wait for it. */
  check(): Promise<void>
  /** Takes no more requests, finishes what was begun, closes the stores. May be called twice. */
  close(): Promise<void>
}

export async function startServer(config: Config, clock: Clock = systemClock, secret?: string): Promise<RunningServer> {
  // What taxpayers said is nobody's to read but this process's.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const log = createLog(config.logLevel)
  const metrics = createMetrics()
  const bus = createLocalBus()
  const lines = createLines()
  const database = await openDatabase(config.databaseUrl ?? join(config.dataDir, 'zhengna.db'))
  if (config.seedDemoPeople) await seedDemoPeople(database)
  else if (config.production && (await hasDemoPeople(database))) {
    await database.close()
    const place = config.databaseUrl ? 'The database' : `The store in ${config.dataDir}`
    throw new ConfigError(`${place} holds demo people, whose password is public: start production on a store of its own.`)
  }
  const tokens = createTokens(signingSecret(config.dataDir, secret), config.accessTokenSeconds, clock)
  const isConnected = lines.isConnected.bind(lines)
  const onError = (error: unknown): void => log.error({ err: error }, 'announcing failed')
  const onMiningError = (error: unknown): void => log.error({ err: error }, 'reading records failed')

  const settings = await openSettings({ database, bus, clock, onError, checks: { 'answering.embedding-folder': checkModelFolder } })
  const reminderMinutes = (): number => settings.current()['notices.reminder-minutes']
  const notices = createNotices({ database, bus, clock, pushRead: addRead })
  const favourites = createFavourites({ database, bus, clock })
  const sms = createSms({
    database,
    clock,
    gateway: config.smsGateway && createHttpGateway(config.smsGateway.url, config.smsGateway.token),
    onError,
  })
  const recall = createRecall({ notices, recallDays: () => settings.current()['knowledge.recall-days'] })
  const publishing = createPublishing(recall)
  await importSeed({ database, bus, clock, publishing }, seedIn())
  const knowledge = await openKnowledge({ database, bus, onError, settings: answeringSettingsIn })
  const assets = openAssets(config.dataDir)
  const editing = createEditing({ database, bus, clock, knowledge, publishing, recall, assets, feedback: createFeedback() })
  const onBuildError = (error: unknown): void => log.error({ err: error }, 'building the engine apart failed')
  const engines = await holdEngine({ knowledge, indexFile: join(config.dataDir, 'knowledge.index'), onError: onBuildError })
  const { engine } = engines
  await importWords({ database, bus }, readSeededWords())
  const guardHolder = await holdGuard({ database, bus, onError })
  const guard = createTextGuard(guardHolder, (hit) => log.warn(hit, 'an answer has blocked words in it'))
  tellLateAnswers({ database, clock, knowledge, recall, onError })
  const topicIds = new Set<string>(knowledge.snapshot().topics.map(({ id }) => id))
  const calendar = readFilingCalendar(topicIds)
  const trends = createTrends({
    database,
    clock,
    knowledge,
    engine,
    calendar,
    settings: settings.current,
    isShowable: isShowableIn(guardHolder),
  })
  const shortcuts = createShortcuts({ database, bus, clock, catalogue: readShortcuts(), knowledge })
  const gaps = createGaps({ database, clock, engine, createDraft: draftGaps(clock) })
  const modelFolder = settings.current()['answering.embedding-folder']
  const embedding = modelFolder
    ? openEmbeddingChannel({
        folder: modelFolder,
        cacheFolder: join(config.dataDir, 'embeddings'),
        knowledge,
        onFailure: (reason) =>
          log.error({ reason, folder: modelFolder }, 'the embedding model does not work; answering goes on without it'),
      })
    : null
  const blobs = config.objectStorage ? await openS3Blobs(config.objectStorage) : openDiskBlobs(join(config.dataDir, 'blobs'))
  const pictures = createPictures()
  const attachments = createAttachments({ database, clock, blobs, dataDir: config.dataDir, pictures })
  const testBench = createTestBench({
    database,
    clock,
    knowledge,
    questions: readRegressionSet(),
    ...(embedding && { nearness: embedding.nearness }),
  })
  const officeCalendars = createOfficeCalendars({ database, clock, settings: settings.current, openBookings })
  const writing = createGuardedWriting({ database, clock, guard })
  const delivery = createDelivery({ database, clock, notices })
  const onPushError = (error: unknown): void => log.error({ err: error }, 'sending pushes failed')
  const pushes = createPushes({
    database,
    writing,
    questionOf: (id) => knowledge.snapshot().articles.find((article) => article.id === id)?.question ?? null,
    dispatchSoon: () => void delivery.dispatch().catch(onPushError),
  })
  const appointments = createAppointments({
    database,
    bus,
    clock,
    notices,
    writing,
    attachments,
    settings: settings.current,
  })
  const queueParts = { database, bus, clock, settings: settings.current, isConnected }
  const booked: typeof appointments.queueHook = {
    ...appointments.queueHook,
    async mayQueue(context, taxpayerId, how) {
      await assertUnrestrained(context.trx, taxpayerId, context.now)
      return appointments.queueHook.mayQueue(context, taxpayerId, how)
    },
  }
  const queue = createQueue({ ...queueParts, booked })
  const calls = createCalls({ database, bus, clock, settings: settings.current })
  const presence = createPresence({ database, bus, clock, isConnected })
  const assigning = createAssigning(queueParts)
  const transfers = createTransfers(queueParts)
  const attendance = createAttendance(queueParts)
  const drops = createDrops(queueParts)
  const queueViewParts = { database, clock, settings: settings.current, agentsOf: presence.agentsOf }
  const queueView = createQueueView(queueViewParts)
  const onUseless = createUnsolvedTrigger({ bus, queue, settings: settings.current, slotNow })
  const votes = createVotes({ database, bus, clock, guard, onUseless })
  const ended: EndingHooks['ended'] = async (...ending) => {
    await appointments.conversationEnded(...ending)
    await transfers.conversationEnded(...ending)
  }
  const conversations = createConversations({
    database,
    bus,
    clock,
    hooks: {
      leaveQueue: queue.leaveWithin,
      isConnected,
      ended,
    },
    guard,
    votesIn: votes.in,
  })
  const recordParts = { database, bus, clock, writeGuarded: writing, notices, sms, attachments }
  const workOrders = createWorkOrders({
    ...recordParts,
    workingTimeOf: (officeId) => workingTimeOf(database.reader, officeId),
    taxpayerOf: async (caller, id) => (await conversations.get(caller, id)).conversation.taxpayerId,
  })
  const leaveMessageParts = {
    ...recordParts,
    orders: workOrders.ofLeaveMessages,
    contentMinLength: () => settings.current()['leave-messages.content-min-length'],
  }
  const confirmationSheets = createConfirmationSheets({ ...recordParts, seeded: readSeededTemplates() })
  const ownLeaveMessages = createOwnLeaveMessages(leaveMessageParts)
  const leaveMessageDesk = createLeaveMessageDesk(leaveMessageParts)
  const checkLateness = createLatenessCheck({
    database,
    bus,
    clock,
    workingTimeOf: (officeId) => workingTimeOf(database.reader, officeId),
    reminderMinutes: () => settings.current()['work-orders.reminder-minutes'],
  })
  attachments.letRead('message', mayReadMessageFile(database))
  attachments.letRead('leave-message', mayReadLeaveMessageFiles({ database, orders: workOrders.ofLeaveMessages }))
  attachments.letRead('work-order', mayReadWorkOrderFiles({ database }))
  attachments.letRead('appointment', appointments.mayRead)
  attachments.letRead('confirmation-sheet', mayReadSheetFiles({ database }))
  const responder = createResponder({
    engines,
    queue,
    calendar,
    embedding,
    slotNow,
    settings: settings.current,
    onAnswer: ({ decision }) => metrics.answers.inc({ decision }),
  })
  const ledger = createAnswerLedger((id) => knowledge.snapshot().articles.find((article) => article.id === id)?.version ?? null)
  const recorder = createRecorder(lookUpTopics(() => knowledge.snapshot()))
  const onBatch = (size: number): void => metrics.journalBatchSize.observe(size)
  const policeParts = { bus, hooks: { leaveQueue: queue.leaveWithin, ended } }
  const police = createPolice(policeParts)
  const interceptions = createInterceptions({ database, clock, ...policeParts })
  const journal = createJournal({ database, bus, clock, responder, ledger, recorder, guard, police, enclosing, onBatch })
  const audit = createAudit({ database, clock, settings: settings.current })
  const sessions = createSessions({ database, tokens, clock, bus, refreshTokenDays: config.refreshTokenDays })

  const app = await createHttpServer(config, log, metrics)
  await app.register((scope, _, done) => {
    const implement = createImplement(scope, tokens, (id) => sessions.isOpen(id))
    registerSessionRoutes(implement, sessions, database, config.signInsPerMinutePerAddress)
    registerConversationRoutes(implement, conversations)
    registerQueueRoutes(implement, queue, calls, assigning, queueView)
    registerHandOffRoutes(
      implement,
      createHandOff(conversations, (id) => lastSeqOfBot(database.reader, id)),
    )
    registerTransferRoutes(implement, transfers)
    registerPresenceRoutes(implement, presence)
    registerKnowledgeRoutes(scope, implement, knowledge, assets)
    registerTrendRoutes(implement, trends)
    registerGapRoutes(implement, gaps)
    registerTestBenchRoutes(implement, testBench)
    registerEditingRoutes(implement, editing)
    registerVoteRoutes(implement, votes)
    registerGuardRoutes(implement, { database, bus, clock, holder: guardHolder, knowledge })
    registerHarassmentRoutes(
      implement,
      interceptions,
      createPolicyDesk({ database, clock }),
      createHarassmentTrials({ database, clock, guard: guardHolder.guard }),
    )
    registerSupervisionRoutes(
      implement,
      createWall({ database, clock, isConnected }),
      createTalks({ database, clock, ...policeParts, transferOver: transfers.conversationEnded }),
    )
    registerNoticeRoutes(implement, notices)
    registerPushRoutes(implement, pushes)
    registerTaxpayerTagRoutes(implement, createTaxpayerTags({ database, clock }))
    registerFavouriteRoutes(implement, favourites)
    registerShortcutRoutes(implement, shortcuts)
    registerSettingRoutes(implement, settings)
    registerAuditRoutes(implement, audit)
    registerAccountRoutes(implement, createAccounts({ database, clock, bus }))
    registerLeaveMessageRoutes(implement, ownLeaveMessages, leaveMessageDesk)
    registerWorkOrderRoutes(implement, workOrders, leaveMessageDesk)
    registerConfirmationSheetRoutes(implement, confirmationSheets)
    registerSmsRoutes(implement, sms)
    registerPeopleRoutes(implement, database)
    registerDeskCountRoutes(implement, { database, clock })
    registerCalendarRoutes(implement, officeCalendars)
    registerAppointmentRoutes(implement, appointments)
    registerAttachmentRoutes(implement, attachments)
    serveAttachments(
      scope,
      createCallerOf(tokens, (id) => sessions.isOpen(id)),
      attachments,
      blobs,
    )
    done()
  })

  bus.subscribe('message.stored', () => metrics.messagesStored.inc())
  recordVotes(database, bus, onMiningError)
  carryToLines({ bus, lines, presence, knowledge, transfers }, onError)
  carryRecords(bus, lines)
  settings.follow('notices.reminder-minutes', (minutes) => tellReminder(lines, minutes))
  const stopAnnouncing = announceQueue(queueViewParts, bus, queueAudience(lines), onError)
  const stopSupervising = announceSupervision(bus, tellSupervisors(lines))
  const handlers = createLiveHandlers({
    bus,
    lines,
    metrics,
    journal,
    conversations,
    queueView,
    presence,
    knowledge,
    sessions,
    votes,
    notices,
    reminderMinutes,
    favourites,
    attendance,
    drops,
    transfers,
    typing: createTyping({
      database,
      clock,
      settings: settings.current,
      tell: (personId, frame) => lines.send(personId, frame),
      hold: createHolding(queueParts),
    }),
    onError,
  })
  const gateway = openGateway({ server: app.server, tokens, lines, clock, log, handlers })

  await app.listen({ host: config.host, port: config.port })
  const timetable = startTimetable(editing.serving, [knowledge, settings], onError)
  const { port } = app.server.address() as AddressInfo
  const stopFollowing = followGuard(guardHolder, onError)
  // What is mined waits for nobody at the start: it is read while the first people come in.
  const stopTexting = everyMinute(sms.dispatch, onError)
  const stopMining = everyMinute(async () => {
    await trends.refresh()
    await gaps.refresh()
  }, onMiningError)
  const stopWatchingLateness = everyMinute(checkLateness, (error) => log.error({ err: error }, 'looking for late work orders failed'))
  const stopChecking = everyMinute(appointments.check, (error) => log.error({ err: error }, 'the check of appointments failed'))
  const stopPushing = everyMinute(delivery.dispatch, onPushError)
  const stopLapsing = everyMinute(confirmationSheets.checkDue, (error) =>
    log.error({ err: error }, 'looking for confirmation sheets that are due failed'),
  )
  const stopCutting = everyMinute(audit.cut, (error) => log.error({ err: error }, 'cutting the audit log failed'))
  const stopCalling = everySecond(calls.endOverdue, (error) => log.error({ err: error }, 'ending overdue calls failed'))
  const stopTransferring = everySecond(transfers.endOverdue, (error) => log.error({ err: error }, 'ending overdue transfers failed'))
  const stopAssigning = startAssigning(assigning, attendance, drops, bus, (error) => log.error({ err: error }, 'assigning failed'))
  const stopCollecting = everyMinute(
    () => attachments.collect(),
    (error) => log.error({ err: error }, 'collecting attachments failed'),
  )
  let closing: Promise<void> | null = null
  return {
    url: `http://${config.host}:${port}`,
    openApi: () => app.swagger(),
    correct: (correction) => database.write((trx, after) => recall.tell(trx, after, correction, clock.now())),
    check: () => appointments.check(),
    close() {
      closing ??= (async () => {
        await gateway.close()
        // A reply begun before the stop keeps its connection: nobody will ask on it again.
        const sweeping = setInterval(() => app.server.closeIdleConnections(), 50)
        await app.close().finally(() => clearInterval(sweeping))
        await timetable.stop()
        await journal.drained()
        await embedding?.close()
        await engines.close()
        await pictures.close()
        stopAnnouncing()
        stopSupervising()
        await stopMining()
        await stopWatchingLateness()
        await stopTexting()
        await delivery.stop()
        await stopPushing()
        await stopChecking()
        await stopLapsing()
        await stopCutting()
        await stopCalling()
        await stopTransferring()
        await stopAssigning()
        await stopCollecting()
        await stopFollowing()
        await database.close()
      })()
      return closing
    },
  }
}
