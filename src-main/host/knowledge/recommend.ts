// 热点推荐 in its first form: questions written for people like this taxpayer, one a topic.
// What is asked most will come from records once there are any.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'

const RECOMMENDED = 8

/** `articles`: in force, in the knowledge base's order. The fewer articles an audience has, the more an article for it says about the asker. */
export function recommend(articles: readonly Article[], audiences: readonly Audience[]): Article[] {
  const written = new Map<Audience, number>()
  for (const { audience } of articles) for (const one of audience) written.set(one, (written.get(one) ?? 0) + 1)
  const distance = ({ audience }: Article): number =>
    Math.min(
      ...audience.map((one) =>
        one === 'everyone' ? articles.length : audiences.includes(one) ? (written.get(one) ?? Infinity) : Infinity,
      ),
    )
  /** An article for withholding agents and natural persons says less to an enterprise than one for enterprises alone. */
  const share = ({ audience }: Article): number =>
    audience.filter((one) => one === 'everyone' || audiences.includes(one)).length / audience.length
  const topics = new Set<string>()
  return articles
    .filter((article) => distance(article) < Infinity && !article.parts.some(({ type }) => type === 'options'))
    .sort((a, b) => share(b) - share(a) || distance(a) - distance(b))
    .filter(({ topicId }) => !topics.has(topicId) && topics.add(topicId))
    .slice(0, RECOMMENDED)
}
