// How much a text sounds like the wish for a person, from the pieces of one to three characters it is made of.
// The weights are fitted by calibration/fit-wish.ts.
import { normaliseQuery } from '../text/normalise.ts'
import model from './person-wish.json' with { type: 'json' }

const weights = new Map(Object.entries(model.weights))
const STOP = /[，。！？；,.!?;\n\s]+/
const TRAIT_MAX_LENGTH = 3

/** The log-odds of the piece that says it most: the whole raw text, or one of its clauses. 0: as likely as not. */
export function personWish(raw: string): number {
  return Math.max(...piecesOf(raw).map(scoreOf))
}

/** A raw text and its clauses, normalised; one where there is nothing to divide. */
export function piecesOf(raw: string): string[] {
  const head = raw.slice(0, 1_600)
  const clauses = head
    .split(STOP)
    .map(normaliseQuery)
    .filter((clause) => clause.length >= 2)
  return [normaliseQuery(head), ...(clauses.length > 1 ? clauses : [])]
}

/** All runs of one to three characters of a normalised text, its beginning and end marked. */
export function traitsOf(normalised: string): Set<string> {
  const marked = `^${normalised.replaceAll(' ', '')}$`
  const traits = new Set<string>()
  for (let length = 1; length <= TRAIT_MAX_LENGTH; length++) {
    for (let i = 0; i + length <= marked.length; i++) traits.add(marked.slice(i, i + length))
  }
  return traits
}

function scoreOf(piece: string): number {
  let score = model.bias
  for (const trait of traitsOf(piece)) score += weights.get(trait) ?? 0
  return score
}
