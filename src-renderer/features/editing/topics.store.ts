// The topics, for every place that names or chooses one.
import type { Topic } from '@zhengna/contract/domain/article.ts'
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useHost } from '../../host/index.ts'
import { useLatest } from './use-latest.ts'

export type TopicRow = HostReply<'editing.listTopics'>['topics'][number]

export const useTopicsStore = defineStore('editing.topics', () => {
  const host = useHost()
  const latest = useLatest(() => host.request('editing.listTopics', {}))
  const topics = computed<readonly TopicRow[]>(() => latest.value.value?.topics ?? [])
  const isLoaded = computed(() => latest.value.value !== null)
  const nameOf = (id: TopicId): string | undefined => topics.value.find((topic) => topic.id === id)?.name

  /** Shown as the server took it, before the list is asked for anew: a change of the knowledge base keeps the server busy for a moment. */
  function noteSaved(topic: Topic): void {
    const known = topics.value.some(({ id }) => id === topic.id)
    const changed = topics.value.map((row) => (row.id === topic.id ? { ...row, ...topic } : row))
    latest.value.value = { topics: known ? changed : [...changed, { ...topic, articles: 0, open: 0 }] }
  }
  function noteRemoved(removed: TopicId): void {
    latest.value.value = { topics: topics.value.filter(({ id }) => id !== removed) }
  }
  return { noteSaved, noteRemoved, topics, isLoaded, failure: latest.failure, load: latest.load, forget: latest.forget, nameOf }
})
