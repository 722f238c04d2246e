// An answered question as a row: what was asked and what came of it, nothing that names who asked.
import type { Insertable } from 'kysely'
import type { Decision } from '@zhengna/contract/domain/answer.ts'
import type { FailureKind } from '@zhengna/contract/domain/gap.ts'
import type { TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { QuestionOrigin } from '@zhengna/contract/domain/question-origin.ts'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import type { RecordTable } from '../../platform/database/schema.ts'
import type { Answered } from '../conversations/index.ts'
import { maskQuestion } from './mask.ts'

export type NewRecord = Insertable<RecordTable>

/** What is no question at all. */
export const smallTalk: readonly Decision[] = ['greeting', 'hand-over', 'own-records']

/** No direct answer: the knowledge base lacks something, or the question did, unless an option is picked afterwards. */
function failureOf(decision: Decision, origin: QuestionOrigin): FailureKind | null {
  // A hot word is meant to be asked back.
  return decision === 'answer' || smallTalk.includes(decision) || origin === 'hot-word' ? null : 'unanswered'
}

export interface RowParts {
  readonly profile: Pick<TaxpayerProfile, 'audiences' | 'industry'> | null
  readonly topicOf: (articleId: ArticleId) => TopicId | null
  readonly now: number
}

export function toRecord({ question, answerId, conversation, response }: Answered, { profile, topicOf, now }: RowParts): NewRecord {
  const { decision, papers } = response.answer
  const origin = originOf({ question, response })
  return {
    message_id: question.id,
    answer_id: answerId,
    conversation_id: conversation.id,
    at: now,
    audiences: JSON.stringify(profile?.audiences ?? []),
    industry: profile?.industry ?? null,
    office_id: conversation.office_id,
    question: maskQuestion(question.text),
    origin,
    decision,
    article_id: papers?.articleId ?? null,
    article_version: papers?.version ?? null,
    topic_id: papers ? topicOf(papers.articleId) : null,
    probability: response.probability,
    failure: failureOf(decision, origin),
    vote: null,
    vote_remark: null,
    gap_id: null,
  }
}

/** Where the window did not say: an option may also be picked by its number, and an answer from offline names its article too. */
export function originOf({ question, response }: Pick<Answered, 'question' | 'response'>): QuestionOrigin {
  if (question.origin && question.origin !== 'typed') return question.origin
  return question.articleId || (response.intent === 'pick' && !question.offlineAnswer) ? 'option' : 'typed'
}
