// A knowledge article as an agent sends it: the words of its answer and the papers it rests on.
import type { Article } from '@zhengna/contract/domain/article.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { answerText } from '../chat/index.ts'

const summaryMaxLength = 160

const textOf = (article: Article, withPapers: boolean): string =>
  answerText({
    decision: 'answer',
    question: null,
    // A text message cannot carry a picture, a video or a file; the full answer shows them.
    parts: article.parts.filter(({ type }) => type !== 'picture' && type !== 'video' && type !== 'file'),
    papers: withPapers ? { ...article, articleId: article.id } : null,
    options: [],
    offersPerson: false,
    offline: false,
  })

/** At most one message long; cut at the end when it must be. */
export function articleMessage(article: Article): string {
  const text = textOf(article, true)
  return text.length <= limits.messageTextMaxLength ? text : `${text.slice(0, limits.messageTextMaxLength - 1)}…`
}

/** How the answer begins, in one line. */
export const articleSummary = (article: Article): string => textOf(article, false).replace(/\s+/g, ' ').slice(0, summaryMaxLength)
