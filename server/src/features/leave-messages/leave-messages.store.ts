// Leave-messages as rows.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { LeaveMessageId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { LeaveMessageTable } from '../../platform/database/schema.ts'

export type LeaveMessageRow = Selectable<LeaveMessageTable> & { office_name: string | null; agent_number: string | null }

/** With the names that are shown. Joined from the left: the planner then begins where the filter does. */
export const selectLeaveMessages = (db: Reader) =>
  db
    .selectFrom('leave_messages')
    .leftJoin('offices', 'offices.id', 'leave_messages.office_id')
    .leftJoin('people as agent', 'agent.id', 'leave_messages.agent_id')
    .selectAll('leave_messages')
    .select(['offices.name as office_name', 'agent.agent_number as agent_number'])

export const findLeaveMessage = (db: Reader, id: LeaveMessageId): Promise<LeaveMessageRow | undefined> =>
  selectLeaveMessages(db).where('leave_messages.id', '=', id).executeTakeFirst()

export async function insertLeaveMessage(trx: Writer, row: Insertable<LeaveMessageTable>): Promise<void> {
  await trx.insertInto('leave_messages').values(row).execute()
}

/** False where it changed since `row` was read: somebody else was faster. */
export async function changeLeaveMessage(
  trx: Writer,
  { id, state, revision }: LeaveMessageRow,
  change: Updateable<LeaveMessageTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('leave_messages')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
