// Who may read what is attached to work orders.
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Database } from '../../platform/database/database.ts'
import { findLeaveMessage } from '../leave-messages/index.ts'
import { findWorkOrder } from './work-orders.store.ts'

/** `recordId`: of a step, as it was given to attachTo. Its taxpayer, its office, and the office of its leave-message, which shows it too. */
export const mayReadWorkOrderFiles =
  ({ database: { reader } }: { readonly database: Database }) =>
  async (caller: Caller, recordId: string): Promise<boolean> => {
    const step = await reader.selectFrom('work_order_steps').select('work_order_id').where('id', '=', recordId).executeTakeFirst()
    const row = step && (await findWorkOrder(reader, step.work_order_id))
    if (!row) return false
    if (caller.role === 'taxpayer') return row.taxpayer_id === caller.personId
    if (caller.role !== 'agent' && caller.role !== 'supervisor') return false
    if (row.office_id === caller.officeId) return true
    const origin = row.leave_message_id ? await findLeaveMessage(reader, row.leave_message_id) : undefined
    return origin?.office_id === caller.officeId
  }
