// A real journal on a store of its own: real database, real queue and bot, without sockets. The bot knows nothing unless told, which is quick.
import { defaultAnsweringSettings, type Article } from '@zhengna/contract/domain/article.ts'
import type { HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import { emptyLexicon } from '@zhengna/contract/domain/lexicon.ts'
import { defaultSettingValues, type SettingValues } from '@zhengna/contract/domain/setting.ts'
import { rmSync } from 'node:fs'
import { createEngine, type Engine, type EngineKnowledge } from '@zhengna/answering/engine.ts'
import type { FilingCalendar } from '@zhengna/answering/suggestion/filing-season.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { ConversationId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { enclosing } from '../../server/src/features/attachments/index.ts'
import { createAppointments, slotNow, type Appointments } from '../../server/src/features/appointments/index.ts'
import { createResponder, createUnsolvedTrigger } from '../../server/src/features/answering/index.ts'
import {
  createConversations,
  createJournal,
  type AnswerLedger,
  type Conversations,
  type Draft,
  type Journal,
  type Responder,
} from '../../server/src/features/conversations/index.ts'
import { createGuardedWriting, createTextGuard, holdGuard, type GuardHolder } from '../../server/src/features/guard/index.ts'
import { createPolice } from '../../server/src/features/harassment/index.ts'
import { createFavourites, type Favourites } from '../../server/src/features/favourites/index.ts'
import { createNotices, type Notices } from '../../server/src/features/notices/index.ts'
import { seedDemoPeople } from '../../server/src/features/people/index.ts'
import { addRead } from '../../server/src/features/pushes/index.ts'
import { createRecorder, lookUpTopics } from '../../server/src/features/records/index.ts'
import { createQueue, type Queue } from '../../server/src/features/queue/index.ts'
import { createAnswerLedger, createRecall, type Correction, type Recall } from '../../server/src/features/recall/index.ts'
import { createVotes, type Votes } from '../../server/src/features/votes/index.ts'
import type { Caller } from '../../server/src/platform/auth/tokens.ts'
import { createLocalBus, type Bus } from '../../server/src/platform/bus/bus.ts'
import { openDatabase, type Database } from '../../server/src/platform/database/database.ts'
import { newMessageId } from './raw-line.ts'
import { addAgent, addOffice, addTaxpayer } from './register.ts'
import { temporaryFolder, TurnableClock } from './server.ts'
import { storeOf } from './store-place.ts'

export interface JournalStand {
  readonly journal: Journal
  readonly queue: Queue
  readonly appointments: Appointments
  readonly conversations: Conversations
  readonly votes: Votes
  readonly notices: Notices
  readonly favourites: Favourites
  readonly recall: Recall
  /** Of the words in the store: none unless a test puts them there. */
  readonly guard: GuardHolder
  readonly bus: Bus
  readonly database: Database
  readonly clock: TurnableClock
  /** With a queue that nobody else joins. */
  office(): Promise<OfficeId>
  taxpayer(officeId?: OfficeId): Promise<Caller>
  agent(officeId?: OfficeId): Promise<Caller>
  /** All messages of a conversation by seq. */
  stored(id: ConversationId): Promise<{ id: string; seq: number; author: string; author_id: string | null; body: string }[]>
  conversation(id: ConversationId): Promise<Conversation>
  /** Publishes nothing, tells everybody. */
  correct(correction: Correction): Promise<number>
  close(): Promise<void>
}

export interface StandOptions {
  /** Opened again instead of made. */
  readonly folder?: string
  /** What the bot knows; nothing unless told otherwise. */
  readonly knowledge?: EngineKnowledge
  /** No season and the statutory due days unless told otherwise. */
  readonly calendar?: FilingCalendar
  /** Of 防骚扰, until others are saved; none unless told otherwise. */
  readonly rules?: readonly HarassmentRule[]
  /** Around the bot, to make it fail. */
  readonly responder?: (genuine: Responder) => Responder
  /** Around the ledger, to make it fail. */
  readonly ledger?: (genuine: AnswerLedger) => AnswerLedger
  /** Where they are not the defaults. */
  readonly settings?: Partial<SettingValues>
  /** What is published; a test may publish another version meanwhile. Nothing unless told otherwise. */
  readonly articles?: () => readonly Article[]
}

let people = 0

export async function openJournalStand({
  folder = temporaryFolder('journal'),
  knowledge = { articles: [], topics: [], lexicon: emptyLexicon, settings: defaultAnsweringSettings },
  calendar = { seasons: [], dueDays: {} },
  rules = [],
  responder = (genuine) => genuine,
  ledger = (genuine) => genuine,
  articles = () => knowledge.articles,
  settings: set = {},
}: StandOptions = {}): Promise<JournalStand & { folder: string }> {
  const database = await openDatabase(await storeOf(folder))
  await seedDemoPeople(database)
  const clock = new TurnableClock()
  const bus = createLocalBus()
  const notices = createNotices({ database, bus, clock, pushRead: addRead })
  const holder = await holdGuard({
    database,
    bus,
    onError: (error) => {
      throw error
    },
  })
  const guard = createTextGuard(holder)
  const writing = createGuardedWriting({ database, clock, guard })
  const attachments = { attachTo: () => Promise.resolve(), of: () => Promise.resolve(new Map<string, never[]>()) }
  const settings = (): SettingValues => ({ ...defaultSettingValues, ...set })
  const appointments = createAppointments({ database, bus, clock, notices, writing, attachments, settings })
  const queue = createQueue({ database, bus, clock, booked: appointments.queueHook, settings, isConnected: () => true })
  const engine = engineOf(knowledge, articles)
  const engines = { engine, settled: () => Promise.resolve(), close: () => Promise.resolve() }
  const genuine = createResponder({ engines, queue, calendar, slotNow, settings, onAnswer: () => undefined })
  const genuineLedger = createAnswerLedger((id) => articles().find((article) => article.id === id)?.version ?? null)
  const recorder = createRecorder(lookUpTopics(() => knowledge))
  const police = createPolice({ bus, rules, hooks: { leaveQueue: queue.leaveWithin, ended: appointments.conversationEnded } })
  const journal = createJournal({
    enclosing,
    database,
    bus,
    clock,
    responder: responder(genuine),
    ledger: ledger(genuineLedger),
    recorder,
    guard,
    police,
  })
  const votes = createVotes({ database, bus, clock, guard, onUseless: createUnsolvedTrigger({ bus, queue, settings, slotNow }) })
  const favourites = createFavourites({ database, bus, clock })
  const recall = createRecall({ notices, recallDays: () => defaultSettingValues['knowledge.recall-days'] })
  const hooks = { leaveQueue: queue.leaveWithin, isConnected: () => true, ended: appointments.conversationEnded }
  const conversations = createConversations({ database, bus, clock, hooks, guard, votesIn: votes.in })
  const caller = async (id: PersonId): Promise<Caller> => {
    const row = await database.reader.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return { personId: id, role: row.role, officeId: row.office_id, sessionId: 'test', expiresAt: Number.MAX_SAFE_INTEGER }
  }
  return {
    folder,
    journal,
    queue,
    appointments,
    conversations,
    votes,
    notices,
    favourites,
    recall,
    guard: holder,
    bus,
    database,
    clock,
    office: () => database.write((trx) => addOffice(trx, `journal-office-${++people}`)),
    taxpayer: async (officeId) =>
      caller(await database.write((trx) => addTaxpayer(trx, `nsr7${String(++people).padStart(3, '0')}`, officeId))),
    async agent(officeId) {
      const id = await database.write(async (trx) => {
        const added = await addAgent(trx, `zx7${String(++people).padStart(3, '0')}`, { capacity: 50, ...(officeId && { officeId }) })
        await trx.updateTable('people').set({ presence: 'idle' }).where('id', '=', added).execute()
        return added
      })
      return caller(id)
    },
    stored: (id) =>
      database.reader
        .selectFrom('messages')
        .select(['id', 'seq', 'author', 'author_id', 'body'])
        .where('conversation_id', '=', id)
        .orderBy('seq')
        .execute(),
    conversation: async (id) => (await conversations.get({ ...(await caller('bz001' as PersonId)) }, id)).conversation,
    correct: (correction) => database.write((trx, after) => recall.tell(trx, after, correction, clock.now())),
    async close() {
      await journal.drained()
      await database.close()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Built anew when another list is published. */
function engineOf(knowledge: EngineKnowledge, articles: () => readonly Article[]): () => Engine {
  let built: { from: readonly Article[]; engine: Engine } | null = null
  return () => {
    const from = articles()
    if (built?.from !== from)
      built = {
        from,
        engine: createEngine({ ...knowledge, articles: [...from] }),
      }
    return built.engine
  }
}

export const draftOf = (caller: Caller, text: string, change: Partial<Draft> = {}): Draft => ({
  id: newMessageId(),
  conversationId: null,
  author: caller.role === 'taxpayer' ? 'taxpayer' : 'agent',
  authorId: caller.personId,
  text,
  ...change,
})
