// 热点推荐 and 问答套餐 as a window shows them: what the trends say, of what is on this machine and in force today. With no trends
// yet, what was written for people like this one, and the knowledge base's own order.
import { filesOf, noSignals, recommend } from '@zhengna/answering/suggestion/recommendation.ts'
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { Trends } from '@zhengna/contract/domain/trend.ts'
import type { QuestionLink, Recommendation, TopicPack } from '@zhengna/contract/host/knowledge.ts'
import type { Library } from './library.ts'

const RECOMMENDED = 8
const FILES = 5

export function recommendedTo(library: Library, trends: Trends | null, audiences: readonly Audience[]): Recommendation {
  const inForce = library.inForce()
  const byId = new Map(inForce.map((article) => [article.id, article]))
  const wanted = (trends?.recommended ?? []).flatMap((id) => byId.get(id) ?? [])
  if (wanted.length > 0) return { questions: wanted.map(link), files: (trends?.files ?? []).filter(({ articleId }) => byId.has(articleId)) }
  return {
    questions: recommend(inForce, audiences, noSignals, RECOMMENDED).map(link),
    files: filesOf(recommend(inForce, audiences, noSignals, inForce.length), FILES),
  }
}

export function topicPacks(library: Library, trends: Trends | null): TopicPack[] {
  const articles = library.inForce()
  const places = new Map(trends?.packs.map(({ topicId }, place) => [topicId, place]))
  const calls = new Map(trends?.packs.map((pack) => [pack.topicId, pack.calls]))
  const placeOf = ({ topic }: TopicPack): number => places.get(topic.id) ?? places.size
  return (
    (library.snapshot()?.topics ?? [])
      .map((topic) => ({
        topic,
        questions: articles.filter(({ topicId }) => topicId === topic.id).map(link),
        calls: calls.get(topic.id) ?? null,
      }))
      .filter(({ questions }) => questions.length > 0)
      // Stable: topics the trends do not know yet follow in the knowledge base's order.
      .sort((a, b) => placeOf(a) - placeOf(b))
  )
}

const link = ({ id, question }: Article): QuestionLink => ({ articleId: id, question })
