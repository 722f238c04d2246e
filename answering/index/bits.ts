// Kinds and audiences as bits, so that what is asked of every article is one operation.
import { questionKinds, type QuestionKind } from '@zhengna/contract/domain/article.ts'
import { audiences, type Audience } from '@zhengna/contract/domain/person.ts'

/** By place in `questionKinds`. */
export const kindBit = (kind: QuestionKind): number => 1 << questionKinds.indexOf(kind)

/** By place in `audiences`. */
export const audienceBits = (list: readonly Audience[]): number => list.reduce((bits, one) => bits | (1 << audiences.indexOf(one)), 0)
