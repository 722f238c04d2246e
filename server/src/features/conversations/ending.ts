// A conversation ends once: by whoever takes part, or by the rules of 防骚扰.
import type { Ender } from '@zhengna/contract/domain/conversation.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import { announce, type Appending } from './append.ts'
import { updateConversation, type ConversationRow } from './conversations.store.ts'

/** What other features need done when a conversation ends while somebody waits in it. */
export interface EndingHooks {
  leaveQueue(trx: Writer, after: AfterCommit, conversation: ConversationRow, now: number): Promise<void>
  isConnected(personId: PersonId): boolean
  /** Whatever else is over with it. */
  ended(trx: Writer, after: AfterCommit, conversation: ConversationRow, now: number): Promise<void>
}

export interface Ending {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly bus: Bus
  readonly now: number
  /** Stored by the caller. */
  readonly appending: Appending
  readonly hooks: Pick<EndingHooks, 'leaveQueue' | 'ended'>
}

export async function endWithin(
  { trx, after, bus, now, appending, hooks }: Ending,
  row: ConversationRow,
  by: Ender,
  asksRating: boolean,
): Promise<void> {
  if (row.stage === 'queued') await hooks.leaveQueue(trx, after, row, now)
  appending.addEvent(row, { type: 'ended', by })
  if (asksRating) appending.addEvent(row, { type: 'rating-asked' })
  await updateConversation(trx, row, {
    stage: 'ended',
    ended_at: now,
    ended_by: by,
    rating_state: asksRating ? 'asked' : 'none',
    is_transferring: 0,
  })
  await hooks.ended(trx, after, row, now)
  announce(after, bus, row)
  after(() => bus.publish('queue.changed', { officeId: row.office_id }))
}
