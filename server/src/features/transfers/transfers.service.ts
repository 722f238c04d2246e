// 转接: asked, accepted, declined, lapsed, cancelled. Each decision is one transaction, and whoever serves keeps the conversation until
// another accepts. How long somebody is asked is the queue's own setting.
import { uuidv7 } from 'uuidv7'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { AgentTransfers, Transfer, TransferTarget, TransferTargets } from '@zhengna/contract/domain/transfer.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConversationId, PersonId, TransferId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { AfterCommit, Reader, Writer } from '../../platform/database/database.ts'
import {
  announce,
  beginAppending,
  findConversation,
  toConversation,
  updateConversation,
  type ConversationRow,
} from '../conversations/index.ts'
import { availableAgent, recordPassedBy, serveInstead, type QueueParts } from '../queue/index.ts'
import { agentFor, targetsFor } from './targets.ts'
import {
  askedTransfer,
  describeTransfer,
  moveTransfer,
  overdueQuery,
  transferOf,
  transfersOfAgent,
  type TransferRow,
} from './transfers.store.ts'

export interface Transfers {
  /** Errors: CONVERSATION_NOT_FOUND. */
  targets(caller: Caller, id: ConversationId): Promise<TransferTargets>
  /** Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG, TRANSFER_UNDER_WAY, TRANSFER_AGENT_NOT_FREE, TRANSFER_NOBODY_FREE. */
  ask(caller: Caller, id: ConversationId, to: TransferTarget, note: string): Promise<Transfer>
  /** Errors: TRANSFER_GONE, AGENT_NOT_AVAILABLE, AGENT_AT_CAPACITY. */
  accept(caller: Caller, id: TransferId): Promise<Conversation>
  /** Errors: TRANSFER_GONE. */
  decline(caller: Caller, id: TransferId, reason: string): Promise<void>
  /** Errors: TRANSFER_GONE. */
  cancel(caller: Caller, id: TransferId): Promise<void>
  /** Ends those that nobody answered in time, each once whoever looks. */
  endOverdue(): Promise<void>
  /** Inside another's transaction: the conversation is over. */
  conversationEnded(trx: Writer, after: AfterCommit, conversation: ConversationRow, now: number): Promise<void>
  of(agentId: PersonId): Promise<AgentTransfers>
}

interface Change {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
}

export function createTransfers({ database, bus, clock, settings, isConnected }: QueueParts): Transfers {
  const change = <T>(work: (change: Change) => Promise<T>): Promise<T> =>
    database.write((trx, after) => work({ trx, after, now: clock.now() }))
  const tell = (after: AfterCommit, agentIds: readonly PersonId[]): void => after(() => bus.publish('transfers.changed', { agentIds }))
  const endsAt = (now: number): number => now + settings()['queue.accept-seconds'] * 1_000

  /** Somebody else's conversation does not exist, as far as the caller can tell. */
  const served = async (db: Reader, caller: Caller, id: ConversationId): Promise<ConversationRow> => {
    const row = await findConversation(db, id)
    if (row?.agent_id !== caller.personId) throw new DomainError('CONVERSATION_NOT_FOUND')
    return row
  }

  /** Back to the sender; or, of a group, to the next who is free. False where it is no longer as it was read. */
  const giveBack = async (
    { trx, after, now }: Change,
    transfer: TransferRow,
    event: 'decline' | 'lapse' | 'cancel',
    reason = '',
  ): Promise<boolean> => {
    const conversation = await findConversation(trx, transfer.conversation_id)
    if (conversation?.stage !== 'live') return moveTransfer(trx, transfer, 'end', now)
    const asked = JSON.parse(transfer.asked_ids) as PersonId[]
    const told = [transfer.from_agent_id, transfer.to_agent_id]
    if (transfer.to_group_id && event !== 'cancel') {
      const to = { kind: 'group', groupId: transfer.to_group_id } as const
      const next = await agentFor(trx, conversation, to, asked, now, isConnected)
      if (next) {
        const set = { to_agent_id: next, asked_ids: JSON.stringify([...asked, next]), ends_at: endsAt(now) }
        tell(after, [...told, next])
        return moveTransfer(trx, transfer, 'pass', now, set)
      }
    }
    if (!(await moveTransfer(trx, transfer, event, now, { reason }))) return false
    await updateConversation(trx, conversation, { is_transferring: 0 })
    announce(after, bus, conversation)
    const appending = beginAppending(trx, after, bus, now)
    appending.addEvent(conversation, { type: 'transfer-failed', agentNumber: conversation.agent_number ?? '' })
    await appending.store()
    tell(after, told)
    after(() => bus.publish('queue.changed', { officeId: conversation.office_id }))
    return true
  }

  return {
    async targets(caller, id) {
      const { office_id: officeId } = await served(database.reader, caller, id)
      return targetsFor(database.reader, { agentId: caller.personId, officeId }, isConnected)
    },

    ask: (caller, id, to, note) =>
      change(async ({ trx, after, now }) => {
        const conversation = await served(trx, caller, id)
        if (conversation.stage !== 'live') throw new DomainError('CONVERSATION_STAGE_WRONG')
        if (conversation.is_transferring === 1) throw new DomainError('TRANSFER_UNDER_WAY')
        const agentId = await agentFor(trx, conversation, to, [], now, isConnected)
        if (!agentId) throw new DomainError(to.kind === 'agent' ? 'TRANSFER_AGENT_NOT_FREE' : 'TRANSFER_NOBODY_FREE')
        const transferId = uuidv7() as TransferId
        await trx
          .insertInto('transfers')
          .values({
            id: transferId,
            conversation_id: id,
            office_id: conversation.office_id,
            from_agent_id: caller.personId,
            to_agent_id: agentId,
            to_group_id: to.kind === 'group' ? to.groupId : null,
            asked_ids: JSON.stringify([agentId]),
            note: note.trim(),
            reason: '',
            state: 'asked',
            at: now,
            ends_at: endsAt(now),
            ended_at: null,
          })
          .execute()
        await updateConversation(trx, conversation, { is_transferring: 1 })
        announce(after, bus, conversation)
        const appending = beginAppending(trx, after, bus, now)
        appending.addEvent(conversation, { type: 'transfer-asked' })
        await appending.store()
        tell(after, [caller.personId, agentId])
        const transfer = await describeTransfer(trx, transferId)
        if (!transfer) throw new Error('A transfer that was just stored is not there.')
        return transfer
      }),

    accept: (caller, id) =>
      change(async ({ trx, after, now }) => {
        const transfer = await askedTransfer(trx, id)
        if (transfer?.to_agent_id !== caller.personId) throw new DomainError('TRANSFER_GONE')
        const agent = await availableAgent(trx, caller.personId, true)
        const conversation = await findConversation(trx, transfer.conversation_id)
        if (conversation?.stage !== 'live' || !(await moveTransfer(trx, transfer, 'accept', now))) throw new DomainError('TRANSFER_GONE')
        const set = transfer.to_group_id ? { skill_group_id: transfer.to_group_id } : {}
        await serveInstead({ trx, after, bus, now }, conversation, { id: caller.personId, number: agent.number }, set)
        await recordPassedBy(trx, conversation, agent.groups, now)
        tell(after, [transfer.from_agent_id, caller.personId])
        return toConversation(conversation)
      }),

    decline: (caller, id, reason) =>
      change(async (within) => {
        const transfer = await askedTransfer(within.trx, id)
        if (transfer?.to_agent_id !== caller.personId || !(await giveBack(within, transfer, 'decline', reason.trim())))
          throw new DomainError('TRANSFER_GONE')
      }),

    cancel: (caller, id) =>
      change(async (within) => {
        const transfer = await askedTransfer(within.trx, id)
        if (transfer?.from_agent_id !== caller.personId || !(await giveBack(within, transfer, 'cancel')))
          throw new DomainError('TRANSFER_GONE')
      }),

    async endOverdue() {
      for (const { id } of await overdueQuery(database.reader, clock.now()).execute()) {
        await change(async (within) => {
          const transfer = await askedTransfer(within.trx, id)
          if (transfer && transfer.ends_at <= within.now) await giveBack(within, transfer, 'lapse')
        })
      }
    },

    async conversationEnded(trx, after, conversation, now) {
      const transfer = await transferOf(trx, conversation.id)
      if (transfer && (await moveTransfer(trx, transfer, 'end', now))) tell(after, [transfer.from_agent_id, transfer.to_agent_id])
    },

    of: (agentId) => transfersOfAgent(database.reader, agentId),
  }
}
