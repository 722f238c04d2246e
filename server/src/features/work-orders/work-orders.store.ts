// Work orders as rows.
import { sql, type Selectable, type SqlBool, type Updateable } from 'kysely'
import type { LeaveMessageId, WorkOrderId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { WorkOrderTable } from '../../platform/database/schema.ts'

export type WorkOrderRow = Selectable<WorkOrderTable> & {
  office_name: string | null
  assignee_number: string | null
  leave_message_number: string | null
}

/** Written out, not bound: the planner then knows the index of what is open. */
export const isOpen = sql<SqlBool>`work_orders.state <> 'done'`

/** With the names that are shown. Joined from the left: the planner then begins where the filter does. */
export const selectWorkOrders = (db: Reader) =>
  db
    .selectFrom('work_orders')
    .leftJoin('offices', 'offices.id', 'work_orders.office_id')
    .leftJoin('people as assignee', 'assignee.id', 'work_orders.assignee_id')
    .leftJoin('leave_messages', 'leave_messages.id', 'work_orders.leave_message_id')
    .selectAll('work_orders')
    .select(['offices.name as office_name', 'assignee.agent_number as assignee_number', 'leave_messages.number as leave_message_number'])

export const findWorkOrder = (db: Reader, id: WorkOrderId): Promise<WorkOrderRow | undefined> =>
  selectWorkOrders(db).where('work_orders.id', '=', id).executeTakeFirst()

/** The first ahead. */
export const ordersOf = (db: Reader, ids: readonly LeaveMessageId[]): Promise<WorkOrderRow[]> =>
  selectWorkOrders(db)
    .where('work_orders.leave_message_id', 'in', ids)
    .orderBy('work_orders.created_at')
    .orderBy('work_orders.id')
    .execute()

/** False where it changed since `row` was read: somebody else was faster. */
export async function changeWorkOrder(
  trx: Writer,
  { id, state, revision }: WorkOrderRow,
  change: Updateable<WorkOrderTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('work_orders')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
