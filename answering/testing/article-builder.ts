import type { Article } from '@zhengna/contract/domain/article.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'

/** A published article in force since 2020; say only what the test is about. `text` becomes its one part. */
export function buildArticle({
  text = '答案。',
  ...given
}: Partial<Omit<Article, 'id' | 'topicId'>> & { id: string; topicId?: string; text?: string }): Article {
  return {
    version: 1,
    question: '一个问题怎么办？',
    similar: [],
    parts: [{ type: 'text', markdown: text }],
    basis: [{ document: '中华人民共和国税收征收管理法', number: '主席令第49号' }],
    effective: { from: '2020-01-01', to: null },
    region: '全国',
    audience: ['everyone'],
    kind: 'how',
    keywords: [],
    reviewed: '2026-11-22',
    state: 'published',
    note: '',
    ...given,
    id: given.id as ArticleId,
    topicId: (given.topicId ?? 'topic') as TopicId,
  }
}
