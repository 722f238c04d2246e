// Who reads the files of a leave-message, and of what was said about it: its author, and the officers of the office whose turn it is.
import type { LeaveMessageId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findLeaveMessage } from './leave-messages.store.ts'

export const mayReadFilesOf =
  (db: Reader) =>
  async (caller: Caller, id: string): Promise<boolean> => {
    const row = await findLeaveMessage(db, id as LeaveMessageId)
    if (!row) return false
    return (
      row.taxpayer_id === caller.personId ||
      ((caller.role === 'agent' || caller.role === 'supervisor') && row.office_id === caller.officeId)
    )
  }

/** `stepId`: of what was said. */
export const mayReadFilesOfStep =
  (db: Reader) =>
  async (caller: Caller, stepId: string): Promise<boolean> => {
    const step = await db.selectFrom('leave_message_steps').select('leave_message_id').where('id', '=', stepId).executeTakeFirst()
    return step !== undefined && mayReadFilesOf(db)(caller, step.leave_message_id)
  }
