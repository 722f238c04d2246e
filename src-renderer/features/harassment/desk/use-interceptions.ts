// 拦截记录 as the page looks through it: one page of one state, asked for anew whenever something changed.
import type { Interception, InterceptionState } from '@zhengna/contract/domain/interception.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../../host/index.ts'

export const interceptionsPerPage = 20

export function useInterceptions() {
  const host = useHost()
  const items = shallowRef<readonly Interception[]>([])
  const total = ref(0)
  const offset = ref(0)
  const state = ref<InterceptionState | ''>('')
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  let asked = 0

  async function load(): Promise<void> {
    const turn = ++asked
    const page = offset.value / interceptionsPerPage + 1
    const query = { page, pageSize: interceptionsPerPage, ...(state.value !== '' && { state: state.value }) } as const
    const got = await host.request('interceptions.list', { query })
    if (turn !== asked) return
    failure.value = got.ok ? null : got.error
    if (!got.ok) return
    items.value = got.value.items
    total.value = got.value.total
    isLoaded.value = true
  }
  async function turnTo(next: number): Promise<void> {
    offset.value = next
    await load()
  }
  async function show(wanted: InterceptionState | ''): Promise<void> {
    state.value = wanted
    await turnTo(0)
  }
  useHostEvent('interceptions.changed', () => void load())
  useHostReturn(() => void load())

  return { items, total, offset, state, isLoaded, failure, load, turnTo, show }
}
