// Why a question was ranked as it was: for the editors' test bench.
import { questionKinds, type QuestionKind } from '@zhengna/contract/domain/article.ts'
import type { Concept } from '@zhengna/contract/domain/lexicon.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { thresholds } from './dialogue/thresholds.ts'
import { kindBit } from './index/bits.ts'
import { probabilityAt, type Ranking } from './ranking/rank.ts'
import { readQuery } from './ranking/query.ts'
import { reasonsOf, type Reason } from './ranking/reasons.ts'
import type { Searcher } from './ranking/searcher.ts'

export interface Explanation {
  /** What was ranked: the question without courtesies, in standard speech, or what a story asks at its end. */
  readonly text: string
  /** `isHeard`: by its sound, not as it is written. */
  readonly concepts: readonly (Concept & { readonly isHeard: boolean })[]
  readonly kinds: readonly QuestionKind[]
  /** Whose business it looks like, where it is not ours; null else. */
  readonly elsewhere: string | null
  /** Probabilities 0…1: the first is right, it is ours at all, it is too short of detail. */
  readonly top: number
  readonly inDomain: number
  readonly vague: number
  /** From where on each counts: for a direct answer, for a guess, for asking back. */
  readonly thresholds: { readonly top: number; readonly inDomain: number; readonly vague: number }
  /** Best first. */
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly articleId: ArticleId
  readonly question: string
  /** The way of putting it that is most like the query, normalised. */
  readonly closest: string
  readonly score: number
  readonly probability: number
  /** They add up to the score. */
  readonly reasons: readonly Reason[]
}

const CANDIDATES_MAX = 10

export function explainRanking(searcher: Searcher, ranking: Ranking, question: string): Explanation {
  const { vocabulary } = searcher.index
  const query = readQuery(searcher.index, question)
  const written = new Set(vocabulary.find(query.wording.text))
  return {
    text: query.wording.text,
    concepts: query.concepts.map((place) => ({ ...vocabulary.concept(place), isHeard: !written.has(place) })),
    kinds: questionKinds.filter((kind) => (query.kinds & kindBit(kind)) !== 0),
    elsewhere: namedOffice(searcher, question),
    top: ranking.top,
    inDomain: ranking.inDomain,
    vague: ranking.vague,
    thresholds: { top: thresholds.answer, inDomain: thresholds.offer, vague: thresholds.vague },
    candidates: ranking.ranked.slice(0, CANDIDATES_MAX).map((scored, place) => {
      const { id, question } = searcher.articleAt(scored.article)
      const probability = probabilityAt(ranking, place)
      return { articleId: id, question, closest: scored.text, score: scored.score, probability, reasons: reasonsOf(scored) }
    }),
  }
}

/** Chat and the like is nobody's business: it has no name. */
function namedOffice(searcher: Searcher, question: string): string | null {
  const name = searcher.otherOffice(question)?.name ?? ''
  return name === '' ? null : name
}
