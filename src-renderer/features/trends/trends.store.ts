// What is asked most just now, from the host; with no line the last it knew.
import type { Trends } from '@zhengna/contract/domain/trend.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useHost, useHostEvent } from '../../host/index.ts'

export const useTrendsStore = defineStore('trends', () => {
  const host = useHost()
  const trends = shallowRef<Trends | null>(null)
  const hotWords = computed(() => trends.value?.hotWords ?? [])
  const hotWordsShown = computed(() => trends.value?.hotWordsShown ?? 0)

  async function load(): Promise<void> {
    const got = await host.request('knowledge.trends', {})
    if (got.ok) trends.value = got.value
  }

  useHostEvent('trends.changed', () => void load())
  return { hotWords, hotWordsShown, load }
})
