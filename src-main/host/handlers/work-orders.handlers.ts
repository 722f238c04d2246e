import type { WorkOrder, WorkOrderSummary } from '@zhengna/contract/domain/work-order-record.ts'
import { writtenKey } from '@zhengna/contract/host/desk.ts'
import type { recordRequests } from '@zhengna/contract/host/records.ts'
import * as routes from '@zhengna/contract/http/work-orders.ts'
import { ok } from '@zhengna/contract/result.ts'
import type { PersonScope } from '../person-scope.ts'
import { matchesWorkOrder } from '../records/record-filter.ts'
import { seenRecords } from '../records/seen-records.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

const KIND = 'work-order'

type Handled = Extract<keyof typeof recordRequests, `records.${string}WorkOrder${string}`>

export function workOrderHandlers(context: HostContext): Pick<HandlersOf<typeof recordRequests>, Handled> {
  const { events, fetch } = context
  const seen = ({ cache }: PersonScope) => seenRecords<WorkOrderSummary, WorkOrder>(cache, KIND, ({ createdAt }) => createdAt)

  return {
    'records.listWorkOrders': ({ query }) =>
      withScope(context, (scope) =>
        seen(scope).list(fetch(routes.listWorkOrders, { query }), query, (record) => matchesWorkOrder(query, record)),
      ),
    'records.getWorkOrder': ({ params }) =>
      withScope(context, async (scope) => {
        const fetched = fetch(routes.getWorkOrder, { params }).then((reply) => (reply.ok ? ok(reply.value.workOrder) : reply))
        const got = await seen(scope).get(params.workOrderId, fetched)
        return got.ok ? ok({ workOrder: got.value.record, asOf: got.value.asOf, isFromCache: got.value.isFromCache }) : got
      }),
    'records.supplementWorkOrder': ({ params, body }) =>
      withScope(context, async (scope) => {
        const reply = await fetch(routes.supplementWorkOrder, { params, body })
        if (!reply.ok) return reply
        const { workOrder } = reply.value
        await scope.attachments.submitted(`${KIND}:${workOrder.id}`)
        await scope.cache.saveDraft(writtenKey(KIND, workOrder.id, 'supplement'), '', Date.now())
        await seen(scope).keep(workOrder)
        events.emit('records.changed', { page: KIND, id: workOrder.id })
        return reply
      }),
  }
}
