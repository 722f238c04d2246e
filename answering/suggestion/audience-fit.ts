// Which articles were written for people like the asker.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'

export interface Fitting {
  /** Best fitting first; of those as fitting, in the knowledge base's order. Those for others and those that ask back are left out. */
  readonly articles: readonly Article[]
  /** The first of each topic, the one that says most about the asker first. */
  readonly firsts: readonly Article[]
}

/** `articles`: in force, in the knowledge base's order. */
export function fittingFor(articles: readonly Article[], audiences: readonly Audience[]): Fitting {
  // Withholding is a duty that nearly every enterprise has besides; it says nothing about what this one asks.
  const kinds: readonly Audience[] = audiences.filter((one) => one !== 'withholding-agent')
  const written = new Map<Audience, number>()
  for (const { audience } of articles) for (const one of audience) written.set(one, (written.get(one) ?? 0) + 1)
  /** The fewer articles an audience has, the more an article for it says about the asker. */
  const distance = ({ audience }: Article): number =>
    Math.min(
      ...audience.map((one) => (one === 'everyone' ? articles.length : kinds.includes(one) ? (written.get(one) ?? Infinity) : Infinity)),
    )
  /** An article for withholding agents and natural persons says less to an enterprise than one for enterprises alone. */
  const share = ({ audience }: Article): number =>
    audience.filter((one) => one === 'everyone' || kinds.includes(one)).length / audience.length
  const fitting = articles
    .filter((article) => distance(article) < Infinity && !article.parts.some(({ type }) => type === 'options'))
    // A topic's articles begin with what is asked most: of those as fitting, the first.
    .sort((a, b) => share(b) - share(a))
  const topics = new Set<string>()
  const firsts = fitting.filter(({ topicId }) => !topics.has(topicId) && topics.add(topicId)).sort((a, b) => distance(a) - distance(b))
  return { articles: fitting, firsts }
}
