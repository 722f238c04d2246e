// Reading conversations, ending and rating them, marking them read. Joining and leaving the queue is the queue's.
import { uuidv7 } from 'uuidv7'
import { canDo, type Conversation, type Ender, type RatingOutcome } from '@zhengna/contract/domain/conversation.ts'
import { cleanRemark, type Message } from '@zhengna/contract/domain/message.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import type { VotedAnswer } from '@zhengna/contract/domain/vote.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConversationId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import { UNSEEN_MS } from '../../platform/live/line-marks.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader, Writer } from '../../platform/database/database.ts'
import { findPerson, toMaskedPerson, toPerson } from '../people/index.ts'
import { announce, beginAppending } from './append.ts'
import {
  findConversation,
  selectConversations,
  selectMessages,
  toConversation,
  toMessage,
  updateConversation,
  type ConversationRow,
} from './conversations.store.ts'
import type { TextGuard } from './draft.ts'
import { endWithin, type EndingHooks } from './ending.ts'
import { openConversation } from './opening.ts'
import { createRetracting } from './retracting.ts'
import { findOpenConversation } from './conversations.store.ts'

export interface MessagePage {
  readonly messages: Message[]
  /** On these messages. */
  readonly votes: VotedAnswer[]
  readonly lastSeq: number
}

export interface Conversations {
  list(caller: Caller, beforeOrdinal: number | undefined, limit: number): Promise<Conversation[]>
  /** Errors: CONVERSATION_NOT_FOUND. */
  get(caller: Caller, id: ConversationId): Promise<{ conversation: Conversation; taxpayer: Person }>
  /** Errors: CONVERSATION_NOT_FOUND. */
  messages(caller: Caller, id: ConversationId, afterSeq: number, limit: number): Promise<MessagePage>
  /**
   * `isClosing`: a taxpayer closes the window, which ends it also while it is transferred. Errors: CONVERSATION_NOT_FOUND,
   * CONVERSATION_STAGE_WRONG (an agent ends live ones alone), TRANSFER_UNDER_WAY.
   */
  end(caller: Caller, id: ConversationId, isClosing?: boolean): Promise<Conversation>
  /** Errors: CONVERSATION_NOT_FOUND, RATING_ALREADY_GIVEN, RATING_NOT_ASKED. */
  rate(caller: Caller, id: ConversationId, outcome: RatingOutcome, remark: string): Promise<Conversation>
  /** Errors: NOT_FOUND, MESSAGE_RETRACT_TOO_LATE, MESSAGE_NOT_RETRACTABLE, CONVERSATION_ENDED. */
  retract(caller: Caller, id: MessageId): Promise<void>
  /** Errors: CONVERSATION_NOT_FOUND. */
  markRead(caller: Caller, id: ConversationId, seq: number): Promise<void>
}

export interface ConversationParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly hooks: EndingHooks
  readonly guard: Pick<TextGuard, 'remark'>
  readonly votesIn: (conversationIds: readonly ConversationId[]) => Promise<VotedAnswer[]>
}

export function createConversations({ database, bus, clock, hooks, guard, votesIn }: ConversationParts): Conversations {
  const reachable = async (db: Reader, caller: Caller, id: ConversationId): Promise<ConversationRow> => {
    const row = await findConversation(db, id)
    // Somebody else's conversation does not exist, as far as the caller can tell.
    if (!row || !mayReach(caller, row)) throw new DomainError('CONVERSATION_NOT_FOUND')
    return row
  }
  /** By a line to this process, or as another marked it. */
  const isAgentThere = ({ agent_id, agent_away_since, agent_seen_at }: ConversationRow, now: number): boolean =>
    agent_id !== null && (hooks.isConnected(agent_id) || (agent_away_since === null && now - agent_seen_at <= UNSEEN_MS))

  return {
    async list(caller, beforeOrdinal, limit) {
      const all = selectConversations(database.reader)
      if (caller.role === 'taxpayer') {
        const own = all
          .where('taxpayer_id', '=', caller.personId)
          .$if(beforeOrdinal !== undefined, (q) => q.where('ordinal', '<', beforeOrdinal ?? 0))
        return (await own.orderBy('ordinal', 'desc').limit(limit).execute()).map(toConversation)
      }
      const live = await all.where('agent_id', '=', caller.personId).where('stage', '=', 'live').orderBy('served_at', 'desc').execute()
      const ended = await all
        .where('agent_id', '=', caller.personId)
        .where('stage', '=', 'ended')
        .orderBy('ended_at', 'desc')
        .limit(limit)
        .execute()
      return [...live, ...ended].map(toConversation)
    },

    async get(caller, id) {
      const row = await reachable(database.reader, caller, id)
      const taxpayer = await findPerson(database.reader, row.taxpayer_id)
      if (!taxpayer) throw new DomainError('CONVERSATION_NOT_FOUND')
      return { conversation: toConversation(row), taxpayer: caller.role === 'taxpayer' ? toPerson(taxpayer) : toMaskedPerson(taxpayer) }
    },

    async messages(caller, id, afterSeq, limit) {
      const row = await reachable(database.reader, caller, id)
      const rows = await selectMessages(database.reader, id, afterSeq, Math.min(limit, limits.historyPageMax))
      const shown = new Set(rows.map((message) => message.id))
      const votes = (await votesIn([id])).filter(({ messageId }) => shown.has(messageId))
      return { messages: rows.map((message) => toMessage(message, caller.role === 'supervisor')), votes, lastSeq: row.last_seq }
    },

    end: (caller, id, isClosing = false) =>
      database.write(async (trx, after) => {
        const row = await reachable(trx, caller, id)
        if (row.stage === 'ended') return toConversation(row)
        // Another's is ended through features/supervision, with a reason.
        if (caller.role === 'supervisor' && row.agent_id !== caller.personId) throw new DomainError('CONVERSATION_NOT_FOUND')
        const by: Ender = caller.role === 'taxpayer' ? 'taxpayer' : 'agent'
        if (!canDo(row.stage, 'end') || (by === 'agent' && row.stage !== 'live')) throw new DomainError('CONVERSATION_STAGE_WRONG')
        if (by === 'taxpayer' && row.is_transferring === 1 && !isClosing) throw new DomainError('TRANSFER_UNDER_WAY')
        const now = clock.now()
        const wasLive = row.stage === 'live'
        // The manual: no rating when the agent had dropped out before the taxpayer ended it.
        const asksRating = wasLive && (by === 'agent' || isAgentThere(row, now))
        const appending = beginAppending(trx, after, bus, now)
        await endWithin({ trx, after, bus, now, appending, hooks }, row, by, asksRating)
        await appending.store()
        return toConversation(row)
      }),

    rate: (caller, id, outcome, remark) =>
      database.write(async (trx, after) => {
        const row = await reachable(trx, caller, id)
        if (row.rating_state === 'given') throw new DomainError('RATING_ALREADY_GIVEN')
        if (row.rating_state === 'none') throw new DomainError('RATING_NOT_ASKED')
        const at = clock.now()
        const said = { text: cleanRemark(remark), personId: caller.personId, conversationId: id, at }
        const rating_remark = await guard.remark(trx, said)
        await updateConversation(trx, row, { rating_state: 'given', rating_outcome: outcome, rating_remark, rated_at: at })
        announce(after, bus, row)
        return toConversation(row)
      }),

    retract: createRetracting({ database, bus, clock }),

    markRead: (caller, id, seq) =>
      database.write(async (trx, after) => {
        const row = await reachable(trx, caller, id)
        const upTo = Math.min(seq, row.last_seq)
        const column = caller.role === 'taxpayer' ? 'taxpayer_read_seq' : 'office_read_seq'
        const isWatching = caller.role === 'supervisor' && row.agent_id !== caller.personId
        if (isWatching || row[column] >= upTo) return
        await updateConversation(trx, row, { [column]: upTo })
        announce(after, bus, row)
      }),
  }
}

export function mayReach(caller: Caller, row: ConversationRow): boolean {
  switch (caller.role) {
    case 'taxpayer':
      return row.taxpayer_id === caller.personId
    case 'agent':
      return row.agent_id === caller.personId
    case 'supervisor':
      return row.office_id === caller.officeId
    default:
      return false
  }
}

/** The taxpayer's open conversation, opened now if there is none. Errors: AUTH_REQUIRED. */
export async function ensureOpenConversation(trx: Writer, taxpayerId: PersonId, now: number): Promise<ConversationRow> {
  const open = (await findOpenConversation(trx, taxpayerId)) ?? (await openConversation(trx, taxpayerId, uuidv7() as ConversationId, now))
  if (!open) throw new DomainError('AUTH_REQUIRED')
  return open
}
