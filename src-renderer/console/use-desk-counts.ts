// How much waits at each desk, beside its name in the rail: asked again when a record of the office changed and when the line is back.
import type { DeskCounts } from '@zhengna/contract/domain/desk-counts.ts'
import { useDebounceFn } from '@vueuse/core'
import { shallowRef, watch, type Ref } from 'vue'
import { useSessionStore } from '../features/session/index.ts'
import { useHost, useHostEvent } from '../host/index.ts'
import { hasDesk, type ConsolePage } from './console-pages.ts'

const askAfterMs = 300
const askAtLatestMs = 2_000

const countOf: Partial<Record<ConsolePage, keyof DeskCounts>> = {
  'leave-messages': 'leaveMessages',
  'work-orders': 'workOrders',
  appointments: 'appointments',
}

export function useDeskCounts(): { readonly waitingAt: (page: ConsolePage) => number } {
  const host = useHost()
  const session = useSessionStore()
  const counts: Ref<DeskCounts | null> = shallowRef(null)

  async function load(): Promise<void> {
    const { person } = session
    if (person === null || !hasDesk(person.role)) return
    const got = await host.request('inbox.counts', {})
    if (got.ok && session.person?.id === person.id) counts.value = got.value.counts
  }
  const loadSoon = useDebounceFn(load, askAfterMs, { maxWait: askAtLatestMs })
  useHostEvent('desk.recordChanged', () => void loadSoon())
  useHostEvent('records.missed', () => void loadSoon())
  watch(
    () => session.person?.id,
    () => {
      counts.value = null
      void load()
    },
    { immediate: true },
  )

  return {
    waitingAt: (page) => {
      const name = countOf[page]
      return name === undefined ? 0 : (counts.value?.[name] ?? 0)
    },
  }
}
