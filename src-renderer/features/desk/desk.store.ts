// The workbench's list: presence, the queue, who is being served, which conversation is open.
// The host is the truth: every desk.changed replaces the view; nothing is added up here.
import type { Presence } from '@zhengna/contract/domain/presence.ts'
import { noTransfers } from '@zhengna/contract/domain/transfer.ts'
import type { DeskView } from '@zhengna/contract/host/desk.ts'
import type { ConversationId, TicketId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'
import { inSections, neighbourOf } from './conversation-order.ts'

type SettablePresence = Exclude<Presence, 'offline'>

export const useDeskStore = defineStore('desk', () => {
  const host = useHost()
  const view = shallowRef<DeskView | null>(null)
  /** Why the view could not be opened. */
  const openFailure = shallowRef<Failure | null>(null)
  /** Why the last 呼叫, 接入 or presence change did not happen. */
  const actionFailure = shallowRef<Failure | null>(null)
  const selectedId = ref<ConversationId | null>(null)
  /** The place being taken, 'next' for 呼叫. */
  const taking = ref<TicketId | 'next' | null>(null)
  const changingPresence = ref(false)

  const presence = computed<Presence>(() => view.value?.presence ?? 'offline')
  const waiting = computed(() => view.value?.board?.waiting ?? [])
  const transfers = computed(() => view.value?.transfers ?? noTransfers)
  const presenceReason = computed(() => view.value?.presenceReason ?? null)
  const waitingCount = computed(() => view.value?.board?.waitingCount ?? 0)
  const sections = computed(() => inSections(view.value?.conversations ?? []))
  const unreadTotal = computed(() => sections.value.live.reduce((sum, row) => sum + row.unread, 0))
  const selectedRow = computed(() => view.value?.conversations.find((row) => row.conversation.id === selectedId.value) ?? null)

  async function open(): Promise<void> {
    openFailure.value = null
    const result = await host.request('desk.open', {})
    if (result.ok) view.value = result.value
    else openFailure.value = result.error
  }

  useHostEvent('desk.changed', (changed) => {
    view.value = changed
    openFailure.value = null
  })
  useHostReturn(() => {
    if (view.value !== null || openFailure.value !== null) void open()
  })

  async function setPresence(wanted: SettablePresence): Promise<void> {
    if (changingPresence.value) return
    changingPresence.value = true
    const result = await host.request('desk.setPresence', { presence: wanted })
    changingPresence.value = false
    actionFailure.value = result.ok ? null : result.error
    if (result.ok && view.value !== null) view.value = { ...view.value, presence: result.value, presenceReason: null }
  }

  /** 接入 the named place, or with null 呼叫 the next; opens its conversation, unless it is called first and yet to answer. */
  async function take(ticketId: TicketId | null): Promise<void> {
    if (taking.value !== null) return
    taking.value = ticketId ?? 'next'
    const result = await host.request('desk.take', { ticketId })
    taking.value = null
    actionFailure.value = result.ok ? null : result.error
    if (result.ok && result.value.stage === 'live') selectedId.value = result.value.id
  }

  /** 取消叫号: the taxpayer waits on. */
  async function withdrawCall(ticketId: TicketId): Promise<void> {
    if (taking.value !== null) return
    taking.value = ticketId
    const result = await host.request('desk.withdrawCall', { ticketId })
    taking.value = null
    actionFailure.value = result.ok ? null : result.error
  }

  /** 暂不接待: the next agent is asked. */
  async function declineOffer(ticketId: TicketId): Promise<void> {
    if (taking.value !== null) return
    taking.value = ticketId
    const result = await host.request('desk.declineOffer', { ticketId })
    taking.value = null
    actionFailure.value = result.ok ? null : result.error
  }

  function select(id: ConversationId | null): void {
    selectedId.value = id
  }

  function selectNeighbour(step: 1 | -1): void {
    select(neighbourOf(sections.value, selectedId.value, step))
  }

  /** Forgets everything of the person who signed out. */
  function reset(): void {
    view.value = openFailure.value = actionFailure.value = selectedId.value = taking.value = null
  }

  return {
    view,
    openFailure,
    actionFailure,
    selectedId,
    taking,
    changingPresence,
    presence,
    presenceReason,
    waiting,
    waitingCount,
    transfers,
    sections,
    unreadTotal,
    selectedRow,
    open,
    setPresence,
    take,
    withdrawCall,
    declineOffer,
    select,
    selectNeighbour,
    reset,
  }
})
