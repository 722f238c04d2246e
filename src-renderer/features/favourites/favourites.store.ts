// 我的收藏: which answers are kept and the last of them, kept true by the host's events. A toggle shows before the host has it.
import type { FavouriteView } from '@zhengna/contract/host/favourites.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'

export interface Toggled {
  readonly messageId: MessageId
  readonly questionId: MessageId
}

export const useFavouritesStore = defineStore('favourites', () => {
  const host = useHost()
  const kept = shallowRef<ReadonlySet<MessageId>>(new Set())
  const latest = shallowRef<readonly FavouriteView[]>([])
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)
  /** Counts what came: whoever shows more than the last ones asks again. */
  const changes = ref(0)
  let asked = 0

  async function open(): Promise<void> {
    failure.value = null
    const turn = ++asked
    const opened = await host.request('favourites.open', {})
    // A later question has the newer answer.
    if (turn !== asked) return
    if (!opened.ok) {
      if (!isLoaded.value) failure.value = opened.error
      return
    }
    kept.value = new Set(opened.value.kept)
    latest.value = opened.value.latest
    isLoaded.value = true
    changes.value += 1
  }

  async function toggle({ messageId, questionId }: Toggled, isKept: boolean): Promise<Failure | null> {
    const before = kept.value
    const after = new Set(before)
    if (isKept) after.add(questionId)
    else after.delete(questionId)
    kept.value = after
    const told = isKept ? await host.request('favourites.keep', { messageId }) : await host.request('favourites.drop', { questionId })
    if (told.ok) return null
    if (kept.value === after) kept.value = before
    return told.error
  }

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    asked += 1
    kept.value = new Set()
    latest.value = []
    isLoaded.value = false
    failure.value = null
  }

  useHostEvent('favourites.changed', () => void open())
  // Whether an answer still holds may be another thing now.
  useHostEvent('knowledge.changed', () => void open())
  useHostReturn(() => void open())

  return { kept, latest, isLoaded, failure, changes, open, toggle, reset }
})
