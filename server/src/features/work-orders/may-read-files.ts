// Who reads the files of what was said about a work order: whose it is, and the officers of the office that has it.
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'

/** `stepId`: of what was said. */
export const mayReadFilesOfOrderStep =
  (db: Reader) =>
  async (caller: Caller, stepId: string): Promise<boolean> => {
    const order = await db
      .selectFrom('work_order_steps')
      .innerJoin('work_orders', 'work_orders.id', 'work_order_steps.work_order_id')
      .select(['work_orders.taxpayer_id', 'work_orders.office_id'])
      .where('work_order_steps.id', '=', stepId)
      .executeTakeFirst()
    if (!order) return false
    return (
      order.taxpayer_id === caller.personId ||
      ((caller.role === 'agent' || caller.role === 'supervisor') && order.office_id === caller.officeId)
    )
  }
