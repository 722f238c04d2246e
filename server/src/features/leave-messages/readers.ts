// Who may read what is attached to leave-messages.
import type { LeaveMessageId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { OrdersPort } from './leave-message-parts.ts'
import { findLeaveMessage, type LeaveMessageRow } from './leave-messages.store.ts'

/** `recordId`: as it was given to attachTo. Its author, its office, and the office its work order lies at. */
export const mayReadLeaveMessageFiles =
  ({ database, orders }: { readonly database: Database; readonly orders: Pick<OrdersPort, 'lieAt'> }) =>
  async (caller: Caller, recordId: string): Promise<boolean> => {
    const row = await leaveMessageOf(database.reader, recordId)
    if (!row) return false
    if (caller.role === 'taxpayer') return row.taxpayer_id === caller.personId
    if (caller.role !== 'agent' && caller.role !== 'supervisor') return false
    return row.office_id === caller.officeId || orders.lieAt(database.reader, row.id, caller.officeId)
  }

/** Of the record or of one of its steps. */
async function leaveMessageOf(db: Reader, recordId: string): Promise<LeaveMessageRow | undefined> {
  const step = await db.selectFrom('leave_message_steps').select('leave_message_id').where('id', '=', recordId).executeTakeFirst()
  return findLeaveMessage(db, step?.leave_message_id ?? (recordId as LeaveMessageId))
}
