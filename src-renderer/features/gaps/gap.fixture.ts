// For tests: groups of failed questions, numbered.
import type { Gap, GapQuestion } from '@zhengna/contract/domain/gap.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'

const idOf = (number: number): MessageId => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as MessageId

export const aFailedQuestion = (number: number, over: Partial<GapQuestion> = {}): GapQuestion => ({
  messageId: idOf(number),
  text: `车船税在哪里交${number}`,
  at: Date.now(),
  kind: 'unanswered',
  reason: null,
  remark: '',
  ...over,
})

export const aGap = (number: number, over: Partial<Gap> = {}): Gap => ({
  id: idOf(number),
  question: `第${number}个问题`,
  count: 1,
  people: 1,
  disliked: 0,
  lastAt: Date.now(),
  state: 'open',
  articleId: null,
  questions: [aFailedQuestion(number)],
  ...over,
})
