// Asking for a person and what may follow: the choice of one's own half hour, other ways than waiting, being called.
// The place itself is the stream's (chat store); it changes by the server's word alone.
import type { BookedHandOver, HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import type { QueueTrace } from '@zhengna/contract/domain/queue.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useHost } from '../../host/index.ts'
import { useChatStore } from '../chat/index.ts'

export const useQueueStore = defineStore('queue', () => {
  const host = useHost()
  const chat = useChatStore()
  /** Why a person was asked for, while somebody chooses between their appointment and the queue. */
  const bookedNow = ref<HandOverReason | null>(null)
  /** 换个方式: opened by its button, or offered after a long wait. */
  const ways = ref<'asked' | 'offered' | null>(null)
  /** What is open to read: 为什么还在等, or what is handed over. */
  const reads = ref<'trace' | 'hand-off' | null>(null)
  const call = computed(() => chat.place?.call ?? null)

  /** In one's own half hour nothing happens but the question what to do. */
  async function join(reason: HandOverReason, how?: BookedHandOver): Promise<Failure | null> {
    const joined = await host.request('queue.join', { reason, ...(how && { how }) })
    bookedNow.value = null
    if (joined.ok) {
      chat.place = joined.value
      return null
    }
    if (joined.error.code !== 'APPOINTMENT_IS_NOW') return joined.error
    bookedNow.value = reason
    return null
  }
  async function cancel(): Promise<Failure | null> {
    const cancelled = await host.request('queue.cancel', {})
    if (cancelled.ok) chat.place = null
    return cancelled.ok ? null : cancelled.error
  }
  async function setCallBack(callsBack: boolean): Promise<Failure | null> {
    const changed = await host.request('queue.setCallBack', { callsBack })
    if (changed.ok) chat.place = changed.value
    return changed.ok ? null : changed.error
  }
  async function answer(): Promise<Failure | null> {
    const answered = await host.request('queue.answer', {})
    return answered.ok ? null : answered.error
  }
  async function defer(): Promise<Failure | null> {
    const deferred = await host.request('queue.defer', {})
    if (deferred.ok) chat.place = deferred.value
    return deferred.ok ? null : deferred.error
  }
  const trace = (ticketId: TicketId): Promise<Result<{ trace: QueueTrace }>> => host.request('queue.trace', { params: { ticketId } })
  /** What was opened from the card, with which it goes. */
  function closeCardDialogs(): void {
    reads.value = null
    ways.value = null
  }
  function reset(): void {
    closeCardDialogs()
    bookedNow.value = null
  }
  return { bookedNow, ways, reads, call, trace, join, cancel, setCallBack, answer, defer, closeCardDialogs, reset }
})
