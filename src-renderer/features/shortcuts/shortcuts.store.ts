// 快捷入口: the tiles there are and those that are shown, kept true by the host's event. A choice shows before the host has it.
import type { Shortcut } from '@zhengna/contract/domain/shortcut.ts'
import type { ShortcutsView } from '@zhengna/contract/host/shortcuts.ts'
import type { ShortcutId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'

export const useShortcutsStore = defineStore('shortcuts', () => {
  const host = useHost()
  const view = shallowRef<ShortcutsView | null>(null)
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const all = computed<readonly Shortcut[]>(() => view.value?.catalogue ?? [])
  const shown = computed<readonly Shortcut[]>(() => {
    const byId = new Map(all.value.map((shortcut) => [shortcut.id, shortcut]))
    return (view.value?.shown ?? []).flatMap((id) => byId.get(id) ?? [])
  })
  const addable = computed(() => all.value.filter(({ id }) => !view.value?.shown.includes(id)))
  let asked = 0

  async function load(): Promise<void> {
    failure.value = null
    const turn = ++asked
    const opened = await host.request('shortcuts.open', {})
    if (turn !== asked) return
    if (opened.ok) {
      view.value = opened.value
      isLoaded.value = true
    } else if (!isLoaded.value) failure.value = opened.error
  }

  async function choose(ids: readonly ShortcutId[]): Promise<Failure | null> {
    const before = view.value
    if (!before) return null
    const after = { ...before, shown: ids }
    view.value = after
    const chosen = await host.request('shortcuts.choose', { ids: [...ids] })
    if (chosen.ok) return null
    if (view.value === after) view.value = before
    return chosen.error
  }

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    asked += 1
    view.value = null
    isLoaded.value = false
    failure.value = null
  }

  useHostEvent('shortcuts.changed', () => void load())
  useHostReturn(() => void load())

  return { view, all, shown, addable, isLoaded, failure, load, choose, reset }
})
