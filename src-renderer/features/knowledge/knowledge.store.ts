// 热点推荐 and 问答套餐, from the host; asked again whenever its snapshot is replaced or other things are asked most.
import type { Recommendation, TopicPack } from '@zhengna/contract/host/knowledge.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHost, useHostEvent } from '../../host/index.ts'

export const useKnowledgeStore = defineStore('knowledge', () => {
  const host = useHost()
  const recommendation = shallowRef<Recommendation>({ questions: [], files: [] })
  const recommended = computed(() => recommendation.value.questions)
  const files = computed(() => recommendation.value.files)
  const packs = shallowRef<readonly TopicPack[]>([])
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)

  async function load(): Promise<void> {
    failure.value = null
    const [questions, topics] = await Promise.all([host.request('knowledge.recommended', {}), host.request('knowledge.topics', {})])
    if (questions.ok) recommendation.value = questions.value
    if (topics.ok) packs.value = topics.value
    // What is already there stays, even if it could not be renewed.
    if (!isLoaded.value) failure.value = !questions.ok ? questions.error : !topics.ok ? topics.error : null
    if (questions.ok && topics.ok) isLoaded.value = true
  }

  useHostEvent('knowledge.changed', () => void load())
  useHostEvent('trends.changed', () => void load())
  return { recommended, files, packs, isLoaded, failure, load }
})
