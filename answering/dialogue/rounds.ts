import type { Answer } from '@zhengna/contract/domain/answer.ts'
import { replies } from './replies.ts'
import { rememberedQuestionMax, type DialogueState, type OfferedOption } from './state.ts'

/** Counts the round, remembers what was asked and offered, and offers a person once `maxRoundsWithoutHit` rounds had no direct answer. */
export function closeRound(
  answer: Answer,
  question: string,
  before: DialogueState,
  maxRoundsWithoutHit: number,
  offered: readonly OfferedOption[] = answer.options,
): { answer: Answer; dialogue: DialogueState } {
  const roundsWithoutHit = answer.decision === 'answer' ? 0 : before.roundsWithoutHit + 1
  const isExhausted = roundsWithoutHit >= maxRoundsWithoutHit
  const offersPerson = answer.offersPerson || isExhausted
  const personReason = isExhausted ? 'rounds' : answer.decision === 'none' ? 'no-answer' : null
  return {
    answer: {
      ...answer,
      parts: isExhausted ? [...answer.parts, { type: 'text', markdown: replies.offerPerson }] : answer.parts,
      offersPerson,
      ...(offersPerson && personReason !== null && { personReason }),
    },
    dialogue: {
      roundsWithoutHit,
      question: question.slice(0, rememberedQuestionMax),
      options: offered,
      offeredPerson: offersPerson,
    },
  }
}
