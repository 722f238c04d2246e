// Lists of leave-messages: whose, narrowed how, in which order. An index leads each of them to its taxpayer or office first.
import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { LeaveMessageState, LeaveMessageType } from '@zhengna/contract/domain/leave-message.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { dayRange } from '../../platform/clock.ts'
import { containing } from '../../platform/database/containing.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { selectLeaveMessages, type LeaveMessageRow } from './leave-messages.store.ts'

/** Alone or together; what is undefined narrows nothing. */
export interface LeaveMessageFilter {
  readonly number?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly type?: LeaveMessageType | undefined
  readonly state?: LeaveMessageState | undefined
  readonly content?: string | undefined
  /** 纳税人名称 or 识别号. */
  readonly taxpayer?: string | undefined
}
export type Scope =
  { readonly taxpayerId: PersonId } | { readonly officeId: OfficeId; /** Only what they have in hand. */ readonly agentId: PersonId | null }

export interface PageAsked {
  readonly page?: number | undefined
  readonly pageSize?: number | undefined
}
const PAGE_SIZE = 10

function matching(scope: Scope, filter: LeaveMessageFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'leave_messages'>()
  const range = dayRange(filter)
  const conditions: Expression<SqlBool>[] = []
  if ('taxpayerId' in scope) conditions.push(eb('leave_messages.taxpayer_id', '=', scope.taxpayerId))
  else {
    conditions.push(eb('leave_messages.office_id', '=', scope.officeId))
    if (scope.agentId) conditions.push(eb('leave_messages.agent_id', '=', scope.agentId))
    // What one answered long ago is not what one has in hand.
    if (scope.agentId && !filter.state) conditions.push(eb('leave_messages.state', 'in', ['in-hand', 'asked']))
  }
  if (filter.number?.trim()) conditions.push(eb('leave_messages.number', '=', filter.number.trim().toUpperCase()))
  if (range.from !== undefined) conditions.push(eb('leave_messages.created_at', '>=', range.from))
  if (range.before !== undefined) conditions.push(eb('leave_messages.created_at', '<', range.before))
  if (filter.type) conditions.push(eb('leave_messages.type', '=', filter.type))
  if (filter.state) conditions.push(eb('leave_messages.state', '=', filter.state))
  if (filter.content?.trim()) conditions.push(containing('leave_messages.content', filter.content.trim()))
  if (filter.taxpayer?.trim()) {
    const [name, number] = ['leave_messages.taxpayer_name', 'leave_messages.taxpayer_number'] as const
    conditions.push(eb.or([containing(name, filter.taxpayer.trim()), containing(number, filter.taxpayer.trim())]))
  }
  return eb.and(conditions)
}

/** A taxpayer's: newest first. An office's: as its desk works them off. */
export function pageQuery(db: Reader, scope: Scope, filter: LeaveMessageFilter, { page = 1, pageSize = PAGE_SIZE }: PageAsked) {
  const all = selectLeaveMessages(db).where(matching(scope, filter))
  const ordered =
    'taxpayerId' in scope
      ? all.orderBy('leave_messages.created_at', 'desc').orderBy('leave_messages.id', 'desc')
      : all.orderBy('leave_messages.inbox_order').orderBy('leave_messages.id')
  return ordered.limit(pageSize).offset((page - 1) * pageSize)
}

export const countQuery = (db: Reader, scope: Scope, filter: LeaveMessageFilter) =>
  db
    .selectFrom('leave_messages')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where(matching(scope, filter))

export async function countLeaveMessages(db: Reader, scope: Scope, filter: LeaveMessageFilter): Promise<number> {
  return Number((await countQuery(db, scope, filter).executeTakeFirstOrThrow()).count)
}

export async function pageOfLeaveMessages(
  db: Reader,
  scope: Scope,
  filter: LeaveMessageFilter,
  asked: PageAsked,
): Promise<{ rows: LeaveMessageRow[]; total: number }> {
  const [rows, total] = await Promise.all([pageQuery(db, scope, filter, asked).execute(), countLeaveMessages(db, scope, filter)])
  return { rows, total }
}

/** A taxpayer's own, the newest. */
export const latestLeaveMessages = (db: Reader, taxpayerId: PersonId, limit: number): Promise<{ rows: LeaveMessageRow[]; total: number }> =>
  pageOfLeaveMessages(db, { taxpayerId }, {}, { pageSize: limit })
