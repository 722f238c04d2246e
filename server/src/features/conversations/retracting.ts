// 撤回: one's own text, picture or file, for a short while, as long as a person serves. What it said stays in the store, for supervisors; nobody else is
// given it again.
import type { MessageId } from '@zhengna/contract/ids.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { beginAppending } from './append.ts'
import { findConversation, findMessage, toMessage } from './conversations.store.ts'

export interface RetractingParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
}

/** The stream says so in its own next message, so that it reaches whoever was away too. */
export function createRetracting({ database, bus, clock }: RetractingParts): (caller: Caller, id: MessageId) => Promise<void> {
  return (caller, id) =>
    database.write(async (trx, after) => {
      const row = await findMessage(trx, id)
      const conversation = row && (await findConversation(trx, row.conversation_id))
      if (row?.author_id !== caller.personId || !conversation) throw new DomainError('NOT_FOUND')
      if (row.retracted_at !== null) return
      if (conversation.stage === 'ended') throw new DomainError('CONVERSATION_ENDED')
      // What the bot was asked it has answered, and is on record as asked.
      const isToPerson = conversation.stage === 'live' && conversation.served_at !== null && row.at >= conversation.served_at
      if (!isToPerson || !['text', 'picture', 'file'].includes(toMessage(row).body.kind)) throw new DomainError('MESSAGE_NOT_RETRACTABLE')
      const now = clock.now()
      if (now - row.at > limits.retractWithinMs)
        throw new DomainError('MESSAGE_RETRACT_TOO_LATE', { minutes: limits.retractWithinMs / 60_000 })
      await trx.updateTable('messages').set({ retracted_at: now }).where('id', '=', id).execute()
      const appending = beginAppending(trx, after, bus, now)
      appending.addEvent(conversation, { type: 'retracted', messageId: id })
      await appending.store()
    })
}
