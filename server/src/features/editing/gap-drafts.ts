// What was asked in vain becomes the draft of an article.
import type { Revision } from '@zhengna/contract/domain/revision.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { dayInBeijing, type Clock } from '../../platform/clock.ts'
import type { CreateDraft } from '../gaps/index.ts'
import { beginArticle, newArticleId } from './drafting.service.ts'
import { toRevision } from './revision-view.ts'

/** A standard question has at least four characters; what people typed may be shorter. */
const SHORT = 4

export function draftGaps(clock: Clock): CreateDraft {
  return async (trx, { topicId, question, similar, authorId }): Promise<Revision> => {
    const now = clock.now()
    const row = await beginArticle({ trx, now }, { personId: authorId }, newArticleId(topicId), {
      ...blank(topicId, dayInBeijing(now)),
      question: question.length < SHORT ? `${question}（请改写为完整的问题）` : question,
      similar: [...similar],
    })
    return toRevision(trx, row)
  }
}

const blank = (topicId: TopicId, day: string) => ({
  topicId,
  parts: [],
  basis: [],
  effective: { from: day, to: null },
  region: '全国',
  audience: ['everyone' as const],
  kind: 'what' as const,
  keywords: [],
  reviewed: day,
  note: '',
})
