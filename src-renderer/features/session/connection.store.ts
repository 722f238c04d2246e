// The line to the server. When the host itself is gone, that is offline as well.
import type { ConnectionView } from '@zhengna/contract/host/session.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostLink, useHostReturn } from '../../host/index.ts'

export const useConnectionStore = defineStore('connection', () => {
  const host = useHost()
  const link = useHostLink()
  const told = shallowRef<ConnectionView>({ state: 'connecting', retryAt: null, unsent: 0 })
  const view = computed<ConnectionView>(() => (link.value === 'down' ? { ...told.value, state: 'offline' } : told.value))

  async function load(): Promise<void> {
    const got = await host.request('connection.get', {})
    if (got.ok) told.value = got.value
  }
  async function retry(): Promise<void> {
    const got = await host.request('connection.retry', {})
    if (got.ok) told.value = got.value
  }

  useHostEvent('connection.changed', (next) => (told.value = next))
  useHostReturn(() => void load())
  return { view, load, retry }
})
