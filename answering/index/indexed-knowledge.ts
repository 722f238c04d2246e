import { digestOf, type AnsweringSettings, type Article, type KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import { buildIndex, type KnowledgeIndex } from './knowledge-index.ts'

/** All that an engine is made of. */
export interface IndexedKnowledge {
  readonly index: KnowledgeIndex
  readonly settings: AnsweringSettings
  /** Of what was indexed. */
  readonly digest: string
}

/** Drafts and expired articles are left out. */
export function indexKnowledge(knowledge: Omit<KnowledgeSnapshot, 'version'>): IndexedKnowledge {
  const articles = publishedOf(knowledge.articles)
  return {
    index: buildIndex(articles, buildVocabulary(knowledge.lexicon)),
    settings: knowledge.settings,
    digest: digestOf({ ...knowledge, articles }),
  }
}

/** What an index of this knowledge has as its `digest`. */
export const indexDigestOf = (knowledge: Omit<KnowledgeSnapshot, 'version'>): string =>
  digestOf({ ...knowledge, articles: publishedOf(knowledge.articles) })

/** Each once and by id, so that ties fall the same way wherever the knowledge base was loaded, and in whatever order. */
function publishedOf(articles: readonly Article[]): Article[] {
  const published = articles.filter(({ state }) => state === 'published').sort((a, b) => (a.id < b.id ? -1 : 1))
  return [...new Map(published.map((article) => [article.id, article])).values()]
}
