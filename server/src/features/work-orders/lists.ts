// Lists of work orders: whose, narrowed how, in which order. An index leads each of them to its taxpayer or office first.
import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { WorkOrderCounts } from '@zhengna/contract/domain/work-order-record.ts'
import type { WorkOrderState } from '@zhengna/contract/domain/work-order.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { dayRange } from '../../platform/clock.ts'
import { containing } from '../../platform/database/containing.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { isOpen, selectWorkOrders, type WorkOrderRow } from './work-orders.store.ts'

/** Alone or together; what is undefined narrows nothing. */
export interface WorkOrderFilter {
  readonly number?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly state?: WorkOrderState | undefined
  readonly title?: string | undefined
  /** 纳税人名称 or 识别号. */
  readonly taxpayer?: string | undefined
  /** Open, and due before this moment. */
  readonly dueBefore?: number | undefined
}
export type Scope =
  | { readonly taxpayerId: PersonId }
  | { readonly officeId: OfficeId; /** Only what is theirs, and open unless a state is asked for. */ readonly assigneeId: PersonId | null }

export interface PageAsked {
  readonly page?: number | undefined
  readonly pageSize?: number | undefined
}
const PAGE_SIZE = 10

function matching(scope: Scope, filter: WorkOrderFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'work_orders'>()
  const range = dayRange(filter)
  const conditions: Expression<SqlBool>[] = []
  if ('taxpayerId' in scope) conditions.push(eb('work_orders.taxpayer_id', '=', scope.taxpayerId))
  else {
    conditions.push(eb('work_orders.office_id', '=', scope.officeId))
    if (scope.assigneeId) conditions.push(eb('work_orders.assignee_id', '=', scope.assigneeId))
    if (scope.assigneeId && !filter.state) conditions.push(isOpen)
  }
  if (filter.number?.trim()) conditions.push(eb('work_orders.number', '=', filter.number.trim().toUpperCase()))
  if (range.from !== undefined) conditions.push(eb('work_orders.created_at', '>=', range.from))
  if (range.before !== undefined) conditions.push(eb('work_orders.created_at', '<', range.before))
  if (filter.state) conditions.push(eb('work_orders.state', '=', filter.state))
  if (filter.dueBefore !== undefined) conditions.push(isOpen, eb('work_orders.due_at', '<', filter.dueBefore))
  if (filter.title?.trim()) conditions.push(containing('work_orders.title', filter.title.trim()))
  if (filter.taxpayer?.trim()) {
    const [name, number] = ['work_orders.taxpayer_name', 'work_orders.taxpayer_number'] as const
    conditions.push(eb.or([containing(name, filter.taxpayer.trim()), containing(number, filter.taxpayer.trim())]))
  }
  return eb.and(conditions)
}

/** A taxpayer's: newest first. An office's: the first to be due first, then what is done, the latest first. */
export function pageQuery(db: Reader, scope: Scope, filter: WorkOrderFilter, { page = 1, pageSize = PAGE_SIZE }: PageAsked) {
  const all = selectWorkOrders(db).where(matching(scope, filter))
  const ordered =
    'taxpayerId' in scope
      ? all.orderBy('work_orders.created_at', 'desc').orderBy('work_orders.id', 'desc')
      : all.orderBy('work_orders.desk_order').orderBy('work_orders.id')
  return ordered.limit(pageSize).offset((page - 1) * pageSize)
}

export const countQuery = (db: Reader, scope: Scope, filter: WorkOrderFilter) =>
  db
    .selectFrom('work_orders')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where(matching(scope, filter))

export async function pageOfWorkOrders(
  db: Reader,
  scope: Scope,
  filter: WorkOrderFilter,
  asked: PageAsked,
): Promise<{ rows: WorkOrderRow[]; total: number }> {
  const [rows, { count }] = await Promise.all([
    pageQuery(db, scope, filter, asked).execute(),
    countQuery(db, scope, filter).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(count) }
}

/** Of all that is open at an office. */
export const openQuery = (db: Reader, officeId: OfficeId, agentId: PersonId, now: number) =>
  db
    .selectFrom('work_orders')
    .select(({ fn }) => [
      fn.countAll<number | string>().as('open'),
      fn.countAll<number | string>().filterWhere('assignee_id', '=', agentId).as('mine'),
      fn.countAll<number | string>().filterWhere('assignee_id', 'is', null).as('unassigned'),
      fn.countAll<number | string>().filterWhere('due_at', '<', now).as('overdue'),
      fn.countAll<number | string>().filterWhere('reminded_at', 'is not', null).as('reminded'),
      fn.countAll<number | string>().filterWhere('escalated_at', 'is not', null).as('escalated'),
    ])
    .where('office_id', '=', officeId)
    .where(isOpen)

export async function countOpen(db: Reader, officeId: OfficeId, agentId: PersonId, now: number): Promise<WorkOrderCounts> {
  const { open, mine, unassigned, overdue, reminded, escalated } = await openQuery(db, officeId, agentId, now).executeTakeFirstOrThrow()
  return {
    open: Number(open),
    mine: Number(mine),
    unassigned: Number(unassigned),
    overdue: Number(overdue),
    reminded: Number(reminded),
    escalated: Number(escalated),
  }
}

/** A taxpayer's own, the newest. */
export const latestWorkOrders = (db: Reader, taxpayerId: PersonId, limit: number): Promise<{ rows: WorkOrderRow[]; total: number }> =>
  pageOfWorkOrders(db, { taxpayerId }, {}, { pageSize: limit })
