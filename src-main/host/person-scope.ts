// Everything that lives while one person is signed in: their cache, their line, what is on its way in and out.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SheetNews } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import type { Presence, PresenceReason } from '@zhengna/contract/domain/presence.ts'
import type { QueueBoard, QueuePlace } from '@zhengna/contract/domain/queue.ts'
import { noTransfers, type AgentTransfers } from '@zhengna/contract/domain/transfer.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import { openAttachments, type Attachments } from './attachments/attachments.ts'
import type { Download } from './attachments/fetched-files.ts'
import type { Cache, PersonCache } from './cache/cache.ts'
import type { Desktop } from './desktop/desktop.ts'
import { createTodoReminder } from './desktop/todo-reminder.ts'
import { createMessageCalls } from './desktop/message-call.ts'
import { callForOffer } from './desktop/offer-call.ts'
import { callForTransfer } from './desktop/transfer-call.ts'
import { callForTurn } from './desktop/turn-call.ts'
import type { Events } from './events.ts'
import type { Library } from './knowledge/library.ts'
import { createLiveLine, type LiveLine } from './live/live-line.ts'
import { openTrends, type TrendsKeeper } from './knowledge/trends-keeper.ts'
import { createOfflineAnswers, type OfflineAnswers } from './knowledge/offline-answers.ts'
import type { Session } from './session/session.ts'
import { createFavourites, type Favourites } from './sync/favourites.ts'
import { createInbox, type Fetch, type Inbox } from './sync/inbox.ts'
import { createNotices, type Notices } from './sync/notices.ts'
import { createOutbox, type Outbox } from './sync/outbox.ts'
import { openShortcuts, type Shortcuts } from './sync/shortcuts.ts'
import { createReadMarks, type ReadMarks } from './sync/read-marks.ts'

export interface PersonScope {
  readonly person: Person
  readonly cache: PersonCache
  readonly line: LiveLine
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly readMarks: ReadMarks
  readonly notices: Notices
  readonly favourites: Favourites
  readonly shortcuts: Shortcuts
  readonly attachments: Attachments
  readonly offlineAnswers: OfflineAnswers
  readonly trends: TrendsKeeper
  /** What the server said last; gone with the line. */
  readonly live: {
    showsTyping: boolean
    place: QueuePlace | null
    presence: Presence
    presenceReason: PresenceReason | null
    board: QueueBoard | null
    transfers: AgentTransfers
  }
  /** Runs `work` after all frames that came before, so that both see the cache in order. */
  inOrder<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface ScopeParts {
  readonly person: Person
  readonly serverUrl: string
  readonly dataDir: string
  readonly stores: Cache
  readonly session: Session
  readonly events: Events
  readonly library: Library
  readonly desktop: Desktop
  readonly fetch: Fetch
  readonly download: Download
  readonly log: (line: string) => void
  readonly onConnection: () => void
  readonly onDesk: () => void
}

const CATCH_UP_AGAIN_MS = 3_000

export async function openPersonScope(parts: ScopeParts): Promise<PersonScope> {
  const { person, session, events, library, fetch, log } = parts
  const own = person.role === 'taxpayer' ? 'taxpayer' : 'agent'
  const folder = join(parts.dataDir, 'people')
  mkdirSync(folder, { recursive: true })
  const cache = await parts.stores.openPerson(join(folder, `${person.id}.db`), own)
  const attachments = await openAttachments({
    cache,
    events,
    fetch,
    download: parts.download,
    folder: join(folder, `${person.id}.attachments`),
    log,
    onMessageFile: () => void outbox.uploadChanged().catch((error: unknown) => log(`outbox: ${String(error)}`)),
  })
  const trends = await openTrends({ cache, fetch, events, log })
  const shortcuts = await openShortcuts({ cache, fetch, events, log })
  const live: PersonScope['live'] = {
    showsTyping: false,
    place: null,
    presence: 'offline',
    presenceReason: null,
    board: null,
    transfers: noTransfers,
  }
  const isOwn = ({ agent }: Conversation): boolean => person.role !== 'agent' || agent?.id === person.id
  const inbox = createInbox({ cache, events, fetch, own, isOwn, onBehind: catchUpLater, onForgotten: attachments.fetched.forget })
  let tail: Promise<unknown> = Promise.resolve()
  let closed = false
  const behind = new Map<ConversationId, NodeJS.Timeout>()

  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work)
    tail = result.catch(() => undefined)
    return result
  }

  /** The line may stay up while a request fails; a new line repairs everything by itself. */
  function catchUpLater(id: ConversationId): void {
    if (closed || behind.has(id)) return
    const timer = setTimeout(() => {
      behind.delete(id)
      if (closed || line.state().state !== 'online') return
      inOrder(() => inbox.catchUp(id)).catch((error: unknown) => log(`catching up: ${error instanceof Error ? error.message : 'failed'}`))
    }, CATCH_UP_AGAIN_MS)
    behind.set(id, timer)
  }

  const setPlace = (place: QueuePlace | null): void => {
    live.place = place
    callForTurn(parts.desktop, place)
    events.emit('place.changed', place)
  }

  const setBoard = (board: QueueBoard | null): void => {
    live.board = board
    if (own === 'agent') callForOffer(parts.desktop, board, person.id)
  }

  const setTransfers = (transfers: AgentTransfers): void => {
    live.transfers = transfers
    if (own === 'agent') callForTransfer(parts.desktop, transfers)
  }

  const take = async (frame: ServerFrame): Promise<void> => {
    switch (frame.type) {
      case 'welcome':
        live.presence = frame.presence ?? 'offline'
        live.showsTyping = frame.showsTyping
        setBoard(frame.board)
        setTransfers(frame.transfers ?? noTransfers)
        if (own === 'taxpayer') setPlace(frame.place)
        await outbox.restart()
        await attachments.resume()
        await inbox.votes(frame.votes)
        for (const conversation of frame.conversations) {
          await inbox.conversation(conversation)
          await readMarks.repair(conversation)
        }
        if (own === 'agent') await inbox.repairLive(frame.conversations)
        if (frame.notices) notices.repair(frame.notices)
        events.emit('records.missed', {})
        if (frame.reminderMinutes !== null) reminder.setMinutes(frame.reminderMinutes)
        if (frame.favourites !== null) favourites.repair(frame.favourites)
        if (own === 'taxpayer') shortcuts.repair()
        parts.onDesk()
        // Not awaited: a large snapshot must not hold up the conversation.
        library.refresh(frame.knowledgeVersion, fetch).catch((error: unknown) => log(`knowledge: ${String(error)}`))
        if (own === 'taxpayer') trends.refresh().catch((error: unknown) => log(`trends: ${String(error)}`))
        return
      case 'ack':
        return outbox.acknowledged(frame)
      case 'refused':
        return frame.id ? outbox.refused(frame.id, frame.error) : log(`refused: ${frame.error.code}`)
      case 'message':
        return takeMessages([frame.message])
      case 'interceptions':
        return events.emit('interceptions.changed', {})
      case 'whisper':
        return events.emit('supervision.whispered', { whisper: frame.whisper })
      case 'supervision':
        return events.emit('supervision.changed', {})
      case 'conversation':
        return inbox.conversation(frame.conversation)
      case 'place':
        return setPlace(frame.place)
      case 'board':
        setBoard(frame.board)
        return
      case 'transfers':
        setTransfers(frame.transfers)
        return
      case 'presence':
        live.presence = frame.presence
        live.presenceReason = frame.reason
        return
      case 'vote':
        return inbox.votes([frame])
      case 'notice':
        return notices.changed(frame.notice, frame.unread)
      case 'reminder':
        return reminder.setMinutes(frame.minutes)
      case 'sheet':
        return sheetChanged(frame.news)
      case 'record':
        if (own === 'taxpayer') return events.emit('records.changed', { page: frame.page, id: frame.id })
        return events.emit('desk.recordChanged', { page: frame.page, id: frame.id, news: frame.news })
      case 'typing':
        return events.emit('typing.seen', { conversationId: frame.conversationId, text: frame.text })
      case 'favourite':
        return favourites.changed(frame.change)
      case 'shortcuts':
        return shortcuts.chosen(frame.choice)
      case 'knowledge':
        return library.refresh(frame.version, fetch)
    }
  }

  async function takeMessages(messages: Parameters<Inbox['messages']>[0]): Promise<void> {
    await inbox.messages(messages)
    // What waited for the end of 暂缓发送 or 禁言 may go now.
    const isLifted = messages.some(({ body }) => body.kind === 'event' && body.event.type === 'interception-changed')
    if (isLifted && own === 'taxpayer') await outbox.restart()
  }

  /** What is shown of it is asked for anew. */
  function sheetChanged(news: SheetNews): void {
    if (own === 'taxpayer') events.emit('records.changed', { page: 'confirmation-sheet', id: news.sheetId })
    else events.emit('sheets.changed', news)
  }

  /** Neighbouring messages go into the cache together. */
  const takeAll = async (frames: readonly ServerFrame[]): Promise<void> => {
    let messages: Extract<ServerFrame, { type: 'message' }>['message'][] = []
    for (const [index, frame] of frames.entries()) {
      if (frame.type === 'message') {
        messages.push(frame.message)
        if (frames[index + 1]?.type === 'message') continue
        await takeMessages(messages)
        messages = []
      } else await take(frame)
    }
    if (own === 'agent') parts.onDesk()
  }

  const line = createLiveLine({
    serverUrl: parts.serverUrl,
    token: () => session.token(),
    onTokenRefused: (token) => session.distrustToken(token),
    onState(state) {
      if (closed) return
      if (state.state !== 'online') {
        live.presence = 'offline'
        live.presenceReason = null
        setBoard(null)
        setTransfers(noTransfers)
        outbox.stop()
        notices.stop()
        favourites.stop()
        attachments.pause()
        trends.stop()
      }
      parts.onConnection()
      if (own === 'agent') parts.onDesk()
      if (state.state === 'offline')
        void inOrder(() => offlineAnswers.answerWaiting()).catch((error: unknown) => log(`offline answer: ${String(error)}`))
    },
    onFrames(frames) {
      void inOrder(async () => {
        if (!closed) await takeAll(frames)
      }).catch((error: unknown) => log(`frames: ${error instanceof Error ? error.message : 'failed'}`))
    },
    log,
  })
  const readMarks = createReadMarks(cache, events, (frame) => line.send(frame), own)
  const notices = createNotices(cache, events, fetch, log)
  const messageCalls = createMessageCalls({ own, cache, events, desktop: parts.desktop, log })
  const reminder = createTodoReminder({ cache, events, desktop: parts.desktop, log })
  const favourites = createFavourites(cache, events, fetch, log)
  const outbox = createOutbox({
    cache,
    events,
    send: (frame) => line.send(frame),
    onCount: parts.onConnection,
    readinessOf: attachments.readiness,
    onSent: (id) => attachments.endMessage(id, true),
  })
  const offlineAnswers = createOfflineAnswers({ person, cache, events, library, isOffline: () => line.state().state === 'offline' })
  line.start()

  return {
    person,
    cache,
    line,
    inbox,
    outbox,
    readMarks,
    notices,
    favourites,
    shortcuts,
    attachments,
    offlineAnswers,
    trends,
    live,
    inOrder,
    async close() {
      if (closed) return
      closed = true
      line.stop()
      outbox.stop()
      notices.stop()
      reminder.stop()
      messageCalls.stop()
      // Nothing of one person calls the next at this machine.
      parts.desktop.settleAll()
      favourites.close()
      attachments.close()
      for (const timer of behind.values()) clearTimeout(timer)
      await tail
      await cache.close()
    },
  }
}
