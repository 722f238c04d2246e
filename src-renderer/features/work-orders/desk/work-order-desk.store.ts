// The office's 工单: one page of them as they are looked through, and the one that is open. Every change is the server's.
import type { DeskWorkOrder, DeskWorkOrderSummary, WorkOrderCounts } from '@zhengna/contract/domain/work-order-record.ts'
import type { HostParams, HostReply } from '@zhengna/contract/host/index.ts'
import type { PersonId, WorkOrderId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../../host/index.ts'

export const orderScopes = ['open', 'mine', 'overdue', 'all'] as const
export type OrderScope = (typeof orderScopes)[number]
/** In what is looked for: numbers must match whole, the others in part. */
export const orderFields = ['taxpayer', 'title', 'number'] as const
export type OrderField = (typeof orderFields)[number]

export interface OrderFilter {
  readonly field: OrderField
  readonly search: string
}
const everything: OrderFilter = { field: 'taxpayer', search: '' }

export const ordersPerPage = 20

/** What an officer writes: each kind keeps its own text until it is sent. */
export const orderTexts = ['finish', 'askBack', 'note'] as const
export type OrderText = (typeof orderTexts)[number]

const ofScope: Record<OrderScope, HostParams<'orders.list'>['query']> = {
  open: { state: 'open' },
  mine: { isMine: true },
  overdue: { isOverdue: true },
  all: {},
}

export const useWorkOrderDeskStore = defineStore('work-order-desk', () => {
  const host = useHost()
  const scope = ref<OrderScope>('open')
  const filter = shallowRef(everything)
  const offset = ref(0)
  const items = shallowRef<readonly DeskWorkOrderSummary[]>([])
  const total = ref(0)
  const counts = shallowRef<WorkOrderCounts | null>(null)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const opened = shallowRef<DeskWorkOrder | null>(null)
  const openFailure = shallowRef<Failure | null>(null)
  const offices = shallowRef<HostReply<'orders.offices'>['offices']>([])
  const written = ref(new Map<string, string>())
  const isFiltered = computed(() => filter.value.search.trim() !== '')
  let latest = 0

  /** The last question asked is the one that is answered. */
  async function load(): Promise<void> {
    const asked = ++latest
    const { field, search } = filter.value
    const query = {
      ...ofScope[scope.value],
      ...(search.trim() && { [field]: search.trim() }),
      page: offset.value / ordersPerPage + 1,
      pageSize: ordersPerPage,
    } as const
    const page = await host.request('orders.list', { query })
    if (asked !== latest) return
    failure.value = page.ok ? null : page.error
    if (!page.ok) return
    items.value = page.value.items
    total.value = page.value.total
    counts.value = page.value.counts
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function look(change: Partial<OrderFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    await turnTo(0)
  }
  async function show(next: OrderScope): Promise<void> {
    scope.value = next
    await turnTo(0)
  }

  async function open(id: WorkOrderId): Promise<void> {
    const got = await host.request('orders.get', { params: { workOrderId: id } })
    opened.value = got.ok ? got.value.workOrder : null
    openFailure.value = got.ok ? null : got.error
  }
  function close(): void {
    opened.value = null
    openFailure.value = null
  }
  async function loadOffices(): Promise<void> {
    if (offices.value.length > 0) return
    const got = await host.request('orders.offices', {})
    if (got.ok) offices.value = got.value.offices
  }

  const keyOf = (kind: OrderText): string => `${opened.value?.id ?? ''} ${kind}`
  const textOf = (kind: OrderText): string => written.value.get(keyOf(kind)) ?? ''
  const write = (kind: OrderText, text: string): void => void written.value.set(keyOf(kind), text)

  /** What it is now is shown, also where the move was refused because somebody else was faster. One that went to another office closes. */
  async function moved(change: Promise<Result<{ workOrder: DeskWorkOrder }>>): Promise<Failure | null> {
    const id = opened.value?.id
    const got = await change
    if (got.ok && got.value.workOrder.id === opened.value?.id) opened.value = got.value.workOrder
    else if (!got.ok && got.error.code === 'WORK_ORDER_STATE_WRONG' && id) await open(id)
    await load()
    return got.ok ? null : got.error
  }
  const params = () => ({ workOrderId: opened.value?.id ?? ('' as WorkOrderId) })
  async function send(kind: OrderText): Promise<Failure | null> {
    const key = keyOf(kind)
    const text = textOf(kind)
    const said = { params: params(), body: { text, attachmentIds: [] } }
    const change =
      kind === 'note'
        ? host.request('orders.note', { params: params(), body: { text } })
        : kind === 'finish'
          ? host.request('orders.finish', said)
          : host.request('orders.askBack', said)
    const failed = await moved(change)
    if (!failed) written.value.delete(key)
    return failed
  }
  const take = (): Promise<Failure | null> => moved(host.request('orders.take', { params: params() }))
  const assign = (assigneeId: PersonId): Promise<Failure | null> =>
    moved(host.request('orders.assign', { params: params(), body: { assigneeId } }))
  const transfer = (body: HostParams<'orders.transfer'>['body']): Promise<Failure | null> =>
    moved(host.request('orders.transfer', { params: params(), body }))

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    close()
    items.value = []
    counts.value = null
    isLoaded.value = false
    scope.value = 'open'
    filter.value = everything
    offset.value = 0
    offices.value = []
    written.value = new Map()
  }

  return {
    scope,
    filter,
    offset,
    items,
    total,
    counts,
    isLoaded,
    failure,
    isFiltered,
    opened,
    openFailure,
    offices,
    load,
    turnTo,
    look,
    show,
    clear: () => look(everything),
    open,
    close,
    loadOffices,
    textOf,
    write,
    send,
    take,
    assign,
    transfer,
    reset,
  }
})
