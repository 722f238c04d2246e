// What supervisors do with a conversation that an agent of their office serves: watch it in silence, whisper, take it over, end it. Each is written to
// the audit log in its transaction. What is whispered goes to whoever serves, on a way of its own that no taxpayer's line is on.
import { uuidv7 } from 'uuidv7'
import { canDo, type Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { LiveTalk, Whisper } from '@zhengna/contract/domain/live-talk.ts'
import { cleanText } from '@zhengna/contract/domain/message.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConversationId, OfficeId, PersonId, WhisperId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Reader, Writer } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import {
  beginAppending,
  endWithin,
  findConversation,
  mayReach,
  toConversation,
  type ConversationRow,
  type EndingHooks,
} from '../conversations/index.ts'
import { findPerson } from '../people/index.ts'
import { serveInstead } from '../queue/index.ts'
import { liveTalks, whispersIn } from './talks.store.ts'

export interface Talks {
  list(officeId: OfficeId): Promise<LiveTalk[]>
  /** Errors, as of the others: CONVERSATION_NOT_FOUND (another office's too), CONVERSATION_STAGE_WRONG. */
  watch(caller: Caller, id: ConversationId): Promise<LiveTalk>
  whisper(caller: Caller, id: ConversationId, text: string): Promise<Whisper>
  end(caller: Caller, id: ConversationId, reason: string): Promise<Conversation>
  /** Errors besides: AGENT_AT_CAPACITY, TAKE_OVER_WITHOUT_NUMBER. */
  takeOver(caller: Caller, id: ConversationId): Promise<Conversation>
  /** Errors: CONVERSATION_NOT_FOUND. */
  whispers(caller: Caller, id: ConversationId): Promise<Whisper[]>
}

export interface TalkParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly hooks: Pick<EndingHooks, 'leaveQueue' | 'ended'>
  /** A transfer that was asked for is over. */
  readonly transferOver: EndingHooks['ended']
}

/** A transaction in which a supervisor steps in. */
interface Intervention {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
  readonly caller: Caller
}

export function createTalks({ database, bus, clock, hooks, transferOver }: TalkParts): Talks {
  const step = <T>(caller: Caller, work: (intervention: Intervention) => Promise<T>): Promise<T> =>
    database.write((trx, after) => work({ trx, after, now: clock.now(), caller }))

  /** As it is served now. */
  const served = async (db: Reader, { officeId }: Caller, id: ConversationId): Promise<{ row: ConversationRow; talk: LiveTalk }> => {
    const row = await findConversation(db, id)
    if (row?.office_id !== officeId) throw new DomainError('CONVERSATION_NOT_FOUND')
    const [talk] = await liveTalks(db, officeId, id)
    if (!talk) throw new DomainError('CONVERSATION_STAGE_WRONG')
    return { row, talk }
  }
  const log = ({ trx, now, caller }: Intervention, talk: LiveTalk, what: string, after = ''): Promise<void> =>
    recordAudit(trx, {
      at: now,
      kind: 'supervision',
      by: caller.personId,
      subject: `${what}：${talk.taxpayerName}（坐席 ${talk.agentNumber} 号）`,
      after,
    })
  const tellAgent = async ({ trx, after, now, caller }: Intervention, talk: LiveTalk, said: string): Promise<Whisper> => {
    const cleaned = cleanText(said)
    if (!cleaned.ok) throw new DomainError(cleaned.code)
    const { text } = cleaned
    const row = { id: uuidv7() as WhisperId, conversation_id: talk.id, by_id: caller.personId, at: now, text }
    await trx.insertInto('whispers').values(row).execute()
    const byName = (await findPerson(trx, caller.personId))?.name ?? ''
    const whisper: Whisper = { id: row.id, conversationId: talk.id, at: now, byName, text }
    after(() => bus.publish('whispered', { whisper, agentId: talk.agentId }))
    return whisper
  }

  return {
    list: (officeId) => liveTalks(database.reader, officeId),

    watch: (caller, id) =>
      step(caller, async (intervention) => {
        const { talk } = await served(intervention.trx, caller, id)
        await log(intervention, talk, '查看会话')
        return talk
      }),

    whisper: (caller, id, text) =>
      step(caller, async (intervention) => {
        const { talk } = await served(intervention.trx, caller, id)
        const whisper = await tellAgent(intervention, talk, text)
        await log(intervention, talk, '耳语', whisper.text)
        return whisper
      }),

    end: (caller, id, reason) =>
      step(caller, async (intervention) => {
        const { trx, after, now } = intervention
        const { row, talk } = await served(trx, caller, id)
        if (!canDo(row.stage, 'end')) throw new DomainError('CONVERSATION_STAGE_WRONG')
        const { text } = await tellAgent(intervention, talk, `班长结束了本次会话：${reason.trim()}`)
        const appending = beginAppending(trx, after, bus, now)
        await endWithin({ trx, after, bus, now, appending, hooks }, row, 'agent', true)
        await appending.store()
        await log(intervention, talk, '结束会话', text)
        return toConversation(row)
      }),

    takeOver: (caller, id) =>
      step(caller, async (intervention) => {
        const { trx, after, now } = intervention
        const { row, talk } = await served(trx, caller, id)
        if (row.agent_id === caller.personId) throw new DomainError('CONVERSATION_STAGE_WRONG')
        const number = await numberToServeUnder(trx, caller.personId)
        if (row.is_transferring === 1) await transferOver(trx, after, row, now)
        await serveInstead({ trx, after, bus, now }, row, { id: caller.personId, number })
        await log(intervention, talk, '接管会话')
        return toConversation(row)
      }),

    async whispers(caller, id) {
      const row = await findConversation(database.reader, id)
      if (!row || !mayReach(caller, row)) throw new DomainError('CONVERSATION_NOT_FOUND')
      return whispersIn(database.reader, id)
    },
  }
}

/** With room for one more; whoever serves must be called something. */
async function numberToServeUnder(trx: Writer, id: PersonId): Promise<string> {
  const person = await findPerson(trx, id)
  if (!person?.agent_number) throw new DomainError('TAKE_OVER_WITHOUT_NUMBER')
  const capacity = person.agent_capacity ?? 1
  const { live } = await trx
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number | string>().as('live'))
    .where('agent_id', '=', id)
    .where('stage', '=', 'live')
    .executeTakeFirstOrThrow()
  if (Number(live) >= capacity) throw new DomainError('AGENT_AT_CAPACITY', { capacity })
  return person.agent_number
}
