// The topics, for every place that names or chooses one.
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
  const nameOf = (id: TopicId): string => topics.value.find((topic) => topic.id === id)?.name ?? id
  return { topics, isLoaded, failure: latest.failure, load: latest.load, forget: latest.forget, nameOf }
})
