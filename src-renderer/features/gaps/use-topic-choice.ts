// Topics for the article to be written: nearest are those that the knowledge base's best hits for the question stand in.
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export type TopicRow = HostReply<'editing.listTopics'>['topics'][number]

const hitsMax = 10
const nearestMax = 3
const queryMaxLength = 200

export function useTopicChoice() {
  const host = useHost()
  /** null until both are known. */
  const topics = shallowRef<{ readonly nearest: readonly TopicRow[]; readonly all: readonly TopicRow[] } | null>(null)
  const failure = shallowRef<Failure | null>(null)

  async function load(question: string): Promise<void> {
    failure.value = null
    const [listed, found] = await Promise.all([
      host.request('editing.listTopics', {}),
      host.request('knowledge.search', { query: question.slice(0, queryMaxLength), limit: hitsMax }),
    ])
    if (!listed.ok) {
      failure.value = listed.error
      return
    }
    const all = listed.value.topics
    // Without hits there is no suggestion, and still every topic.
    const hits = found.ok ? found.value : []
    const nearest = nearestTopics(hits.map(({ article, probability }) => ({ topicId: article.topicId, probability })))
    topics.value = { all, nearest: nearest.flatMap((id) => all.find((topic) => topic.id === id) ?? []) }
  }
  return { topics, failure, load }
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
