// Which kind of question is asked (怎么办 → how, 多少 → amount …): two articles on one matter often differ in nothing else.
import { questionKinds, type QuestionKind } from '@zhengna/contract/domain/article.ts'
import { askingKinds } from '../lexicon/asking.ts'
import { concepts, findConcepts, roleOf } from '../lexicon/lexicon.ts'

const firstAsking = concepts.findIndex((concept) => concept.role === 'asking')

/** The kinds asked in a normalised text, as bits by place in `questionKinds`; 0 when none is recognised. */
export function kindsAsked(text: string): number {
  let bits = 0
  for (const concept of findConcepts(text)) {
    if (roleOf(concept) === 'asking') bits |= kindBit(askingKinds[concept - firstAsking]!)
  }
  return bits
}

export const kindBit = (kind: QuestionKind): number => 1 << questionKinds.indexOf(kind)
