// What the bot remembers of a conversation between two questions: small, and plain JSON, so that any process can go on.
import type { AnswerOption } from '@zhengna/contract/domain/answer.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'

/** An option as it was offered. `among`: the articles it stands for, where there are several; the next round asks which. */
export type OfferedOption = AnswerOption & { readonly among?: readonly ArticleId[] }

export type DialogueState = {
  /** Questions in a row that got no direct answer. */
  readonly roundsWithoutHit: number
  /** The last question as it was understood, which a short follow-up narrows; '' at the start. */
  readonly question: string
  /** What the last reply offered to pick from, in the order shown. */
  readonly options: readonly OfferedOption[]
  /** The last reply offered a person, so that a plain 好的 means yes. */
  readonly offeredPerson: boolean
}

export const initialDialogue: DialogueState = { roundsWithoutHit: 0, question: '', options: [], offeredPerson: false }

/** UTF-16 units of the last question that are kept. */
export const rememberedQuestionMax = 80
