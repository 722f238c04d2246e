// A taxpayer's own work orders.
import type { WorkOrder, WorkOrderSummary } from '@zhengna/contract/domain/work-order-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { WorkOrderId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Writing } from '../guard/index.ts'
import type { Told } from '../leave-messages/index.ts'
import { pageOfWorkOrders, type PageAsked, type WorkOrderFilter } from './lists.ts'
import { moveWorkOrder, wrongState } from './moving.ts'
import { readSaid } from './said.ts'
import type { WorkOrderParts } from './work-order-parts.ts'
import { toSummary, viewForTaxpayer } from './work-order-view.ts'
import { findWorkOrder, type WorkOrderRow } from './work-orders.store.ts'

export interface OwnWorkOrders {
  list(caller: Caller, filter: WorkOrderFilter & PageAsked): Promise<{ items: WorkOrderSummary[]; total: number }>
  /** Errors: WORK_ORDER_NOT_FOUND. */
  get(caller: Caller, id: WorkOrderId): Promise<WorkOrder>
  /** Errors: as the route says. */
  supplement(caller: Caller, id: WorkOrderId, told: Told): Promise<WorkOrder>
}

export function createOwnWorkOrders(parts: WorkOrderParts): OwnWorkOrders {
  const { database, writeGuarded, attachments } = parts
  return {
    async list(caller, { page, pageSize, ...filter }) {
      const { rows, total } = await pageOfWorkOrders(database.reader, { taxpayerId: caller.personId }, filter, { page, pageSize })
      return { items: rows.map(toSummary), total }
    },
    get: async (caller, id) => viewForTaxpayer(database.reader, attachments, await own(database.reader, caller, id)),
    supplement: (caller, id, told) =>
      writeGuarded(async (writing) => {
        await supplementOrder(writing, parts, caller, await own(writing.trx, caller, id), told)
        return viewForTaxpayer(writing.trx, attachments, await own(writing.trx, caller, id))
      }),
  }
}

/** Inside another's transaction. Errors: those of the route. */
export async function supplementOrder(
  writing: Writing,
  { bus, attachments }: Pick<WorkOrderParts, 'bus' | 'attachments'>,
  caller: Caller,
  row: WorkOrderRow,
  told: Told,
): Promise<void> {
  if (row.state !== 'asked') throw wrongState(row.state)
  const stepId = await moveWorkOrder(writing, bus, row, { event: 'supplement', by: caller, text: readSaid(writing, caller, told) })
  if (told.attachmentIds.length > 0)
    await attachments.attachTo(writing.trx, caller.personId, [...new Set(told.attachmentIds)], {
      kind: 'work-order',
      recordId: stepId,
    })
}

/** Somebody else's does not exist, as far as the caller can tell. Errors: WORK_ORDER_NOT_FOUND. */
async function own(db: Reader, caller: Caller, id: WorkOrderId): Promise<WorkOrderRow> {
  const row = await findWorkOrder(db, id)
  if (row?.taxpayer_id !== caller.personId) throw new DomainError('WORK_ORDER_NOT_FOUND')
  return row
}
