import type { ArticleContent } from '@zhengna/contract/domain/revision.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'

/** A text that a reviewer could let pass; say only what the test is about. `text` becomes its one part. */
export function articleContent({ text = '答案。', ...given }: Partial<ArticleContent> & { text?: string } = {}): ArticleContent {
  return {
    topicId: 'vat' as TopicId,
    question: '增值税怎么申报？',
    similar: ['增值税咋报'],
    parts: [{ type: 'text', markdown: text }],
    basis: [{ document: '中华人民共和国增值税法', number: '主席令第41号', article: '第一条' }],
    effective: { from: '2026-01-01', to: null },
    region: '全国',
    audience: ['everyone'],
    kind: 'how',
    keywords: ['申报'],
    reviewed: '2026-01-01',
    note: '',
    ...given,
  }
}
