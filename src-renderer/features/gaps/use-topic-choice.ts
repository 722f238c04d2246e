// Topics for the article to be written: nearest are those that the knowledge base's best hits for the question stand in.
// They come later than the others: the first search on this machine builds its index.
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { computed, shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export type TopicRow = HostReply<'editing.listTopics'>['topics'][number]

const hitsMax = 10
const nearestMax = 3
const queryMaxLength = 200

export function useTopicChoice() {
  const host = useHost()
  /** null until they are known. */
  const topics = shallowRef<readonly TopicRow[] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const nearestIds = shallowRef<readonly TopicId[] | null>(null)
  const nearest = computed(() => (nearestIds.value ?? []).flatMap((id) => topics.value?.find((topic) => topic.id === id) ?? []))
  const isSeeking = computed(() => nearestIds.value === null)

  async function load(): Promise<void> {
    failure.value = null
    const listed = await host.request('editing.listTopics', {})
    if (listed.ok) topics.value = listed.value.topics
    else failure.value = listed.error
  }
  async function seek(question: string): Promise<void> {
    const found = await host.request('knowledge.search', { query: question.slice(0, queryMaxLength), limit: hitsMax })
    // Without hits there is no suggestion, and still every topic.
    const hits = found.ok ? found.value : []
    nearestIds.value = nearestTopics(hits.map(({ article, probability }) => ({ topicId: article.topicId, probability })))
  }
  return { topics, nearest, isSeeking, failure, load, seek }
}

/** Those with the most probability among the hits, first the nearest. */
export function nearestTopics(hits: readonly { readonly topicId: TopicId; readonly probability: number }[]): TopicId[] {
  const weights = new Map<TopicId, number>()
  for (const { topicId, probability } of hits) weights.set(topicId, (weights.get(topicId) ?? 0) + probability)
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, nearestMax)
    .map(([id]) => id)
}
