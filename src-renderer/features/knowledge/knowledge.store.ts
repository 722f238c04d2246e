// 热点推荐 and 问答套餐, from the host's snapshot; asked again whenever the snapshot is replaced.
import type { QuestionLink, TopicPack } from '@zhengna/contract/host/knowledge.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useHost, useHostEvent } from '../../host/index.ts'

export const useKnowledgeStore = defineStore('knowledge', () => {
  const host = useHost()
  const recommended = shallowRef<readonly QuestionLink[]>([])
  const packs = shallowRef<readonly TopicPack[]>([])
  const isLoaded = ref(false)
  const failure = shallowRef<Failure | null>(null)

  async function load(): Promise<void> {
    failure.value = null
    const [questions, topics] = await Promise.all([host.request('knowledge.recommended', {}), host.request('knowledge.topics', {})])
    if (questions.ok) recommended.value = questions.value
    if (topics.ok) packs.value = topics.value
    // What is already there stays, even if it could not be renewed.
    if (!isLoaded.value) failure.value = !questions.ok ? questions.error : !topics.ok ? topics.error : null
    if (questions.ok && topics.ok) isLoaded.value = true
  }

  useHostEvent('knowledge.changed', () => void load())
  return { recommended, packs, isLoaded, failure, load }
})
