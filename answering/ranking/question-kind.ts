// Which kind of question is asked (怎么办 → how, 多少 → amount …): two articles on one matter often differ in nothing else.
import { kindBit } from '../index/bits.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'

/** The kinds asked in a normalised text, as bits by place in `questionKinds`; 0 when none is recognised. */
export function kindsAsked(vocabulary: Vocabulary, text: string): number {
  let bits = 0
  for (const concept of vocabulary.find(text)) {
    const kind = vocabulary.kindOf(concept)
    if (kind) bits |= kindBit(kind)
  }
  return bits
}
