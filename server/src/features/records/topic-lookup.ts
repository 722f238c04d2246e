import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'

/** The topic of a published article, null for others; made anew when the knowledge base changes. */
export function lookUpTopics(snapshot: () => Pick<KnowledgeSnapshot, 'articles'>): (articleId: ArticleId) => TopicId | null {
  let known: { readonly of: object; readonly topics: ReadonlyMap<ArticleId, TopicId> } | null = null
  return (articleId) => {
    const current = snapshot()
    if (known?.of !== current) known = { of: current, topics: new Map(current.articles.map(({ id, topicId }) => [id, topicId])) }
    return known.topics.get(articleId) ?? null
  }
}
