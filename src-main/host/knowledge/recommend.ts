// 热点推荐 in its first form: questions written for people like this taxpayer, one a topic.
// What is asked most will come from records once there are any.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'

const RECOMMENDED = 8

/** `articles`: in force, in the knowledge base's order. The fewer articles an audience has, the more an article for it says about the asker. */
export function recommend(articles: readonly Article[], audiences: readonly Audience[]): Article[] {
  // Withholding is a duty that nearly every enterprise has besides; it says nothing about what this one asks.
  const kinds: readonly Audience[] = audiences.filter((one) => one !== 'withholding-agent')
  const written = new Map<Audience, number>()
  for (const { audience } of articles) for (const one of audience) written.set(one, (written.get(one) ?? 0) + 1)
  const distance = ({ audience }: Article): number =>
    Math.min(
      ...audience.map((one) => (one === 'everyone' ? articles.length : kinds.includes(one) ? (written.get(one) ?? Infinity) : Infinity)),
    )
  /** An article for withholding agents and natural persons says less to an enterprise than one for enterprises alone. */
  const share = ({ audience }: Article): number =>
    audience.filter((one) => one === 'everyone' || kinds.includes(one)).length / audience.length
  const topics = new Set<string>()
  return (
    articles
      .filter((article) => distance(article) < Infinity && !article.parts.some(({ type }) => type === 'options'))
      // A topic's articles begin with what is asked most: of those as fitting, the first.
      .sort((a, b) => share(b) - share(a))
      .filter(({ topicId }) => !topics.has(topicId) && topics.add(topicId))
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, RECOMMENDED)
  )
}
