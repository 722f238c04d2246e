// A knowledge article to publish in a test.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'

export const anArticle = (id: string, change: Partial<Article> = {}): Article => ({
  id: id as ArticleId,
  version: 1,
  topicId: 'topic' as TopicId,
  question: `${id}怎么办？`,
  similar: [],
  parts: [{ type: 'text', markdown: '这样办。' }],
  basis: [{ document: '税收征收管理法', number: '主席令第49号' }],
  effective: { from: '2001-05-01', to: null },
  region: '全国',
  audience: ['everyone'],
  kind: 'how',
  keywords: [],
  reviewed: '2026-11-01',
  state: 'published',
  note: '',
  ...change,
})
