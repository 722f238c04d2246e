// What was asked in vain becomes the draft of an article.
import type { ArticleContent, Revision } from '@zhengna/contract/domain/revision.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { dayInBeijing, type Clock } from '../../platform/clock.ts'
import type { CreateDraft } from '../gaps/index.ts'
import { beginArticle, newArticleId } from './drafting.service.ts'
import { toRevision } from './revision-view.ts'

/** A standard question has at least four characters; what people typed may be shorter. */
const SHORT = 4
/** No question of an article is longer; what people typed may be a whole story. */
const LONG = 200

export function draftGaps(clock: Clock): CreateDraft {
  return async (trx, { topicId, question, similar, authorId }): Promise<Revision> => {
    const now = clock.now()
    const row = await beginArticle({ trx, now }, { personId: authorId }, newArticleId(topicId), {
      ...blank(topicId, dayInBeijing(now)),
      question: question.length < SHORT ? `${question}（请改写为完整的问题）` : question.slice(0, LONG),
      similar: similar.filter(({ length }) => length <= LONG),
    })
    return toRevision(trx, row)
  }
}

/** An article has an answer and a basis: empty ones, that the desk shows as fields to fill in and nobody can submit. */
const blank = (topicId: TopicId, day: string): Omit<ArticleContent, 'question' | 'similar'> => ({
  topicId,
  parts: [{ type: 'text', markdown: '' }],
  basis: [{ document: '', number: '' }],
  effective: { from: day, to: null },
  region: '全国',
  audience: ['everyone'],
  kind: 'what',
  keywords: [],
  reviewed: day,
  note: '',
})
