// Other ways than waiting, offered unasked once for each place: not while something is being written, nor to whoever chose one.
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import { useSessionStorage } from '@vueuse/core'
import { watch, type Ref } from 'vue'
import { useTick } from '../../ui/index.ts'

export function useWaysOffer(place: Readonly<Ref<QueuePlace | null>>, isBusy: Readonly<Ref<boolean>>, offer: () => void): void {
  const now = useTick()
  // A page loaded anew does not ask again.
  const offeredFor = useSessionStorage('queue.ways-offered', '')
  const dueFor = (): string | null => {
    const waiting = place.value
    if (!waiting || waiting.callsBack || waiting.call || isBusy.value || now.value < waiting.offerAt) return null
    return waiting.ticketId === offeredFor.value ? null : waiting.ticketId
  }
  watch(
    dueFor,
    (ticketId) => {
      if (!ticketId) return
      offeredFor.value = ticketId
      offer()
    },
    { immediate: true },
  )
}
