// Fits dialogue/person-wish.json, which hears a wish for a person in words that no pattern foresaw. By hand:
// node answering/calibration/fit-wish.ts [--folds]. Deterministic; never reads the test half of the evaluation set.
import { writeFileSync } from 'node:fs'
import { piecesOf, traitsOf } from '../dialogue/person-wish.ts'
import { normaliseQuery } from '../text/normalise.ts'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { readJsonLines } from './json-lines.ts'
import { sequence } from './sequence.ts'

interface Sample {
  readonly text: string
  readonly wants: boolean
  /** How much it counts: wishes are few among questions. */
  readonly weight: number
}
interface Model {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

const PASSES = 15
const RATE = 0.3
const RIDGE = 3e-5
/** A trait must be in about so many texts, one of a wish counting five times. */
const SEEN_MIN = 4
const WRITTEN_BY_HAND_WEIGHT = 3
/** Weights smaller than this change no decision. */
const KEPT_MIN = 0.2
const FOLDS = 5

const { articles, lexicon } = readKnowledge()
const tuning = readEvaluationSet().filter(({ split }) => split === 'tuning')
const byHand = readJsonLines(new URL('data/wants-person.jsonl', import.meta.url).pathname) as { query: string; wants: boolean }[]
const samples: Sample[] = [
  ...byHand.map(({ query, wants }) => ({ text: query, wants, weight: WRITTEN_BY_HAND_WEIGHT })),
  ...tuning.map(({ query, decision }) => ({ text: query, wants: decision === 'transfer', weight: decision === 'transfer' ? 3 : 1 })),
  ...[
    ...articles.flatMap(({ question, similar }) => [question, ...similar]),
    ...lexicon.vague,
    ...lexicon.elsewhere.flatMap((o) => o.examples),
  ].map((text) => ({ text, wants: false, weight: 1 })),
]

if (process.argv.includes('--folds')) printFolds()
else {
  const { bias, weights } = fit(samples)
  const kept = [...weights]
    .filter(([trait, weight]) => trait.isWellFormed() && Math.abs(weight) >= KEPT_MIN)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const rounded = Object.fromEntries(kept.map(([trait, weight]) => [trait, Number(weight.toFixed(2))]))
  writeFileSync(
    new URL('../dialogue/person-wish.json', import.meta.url),
    JSON.stringify({ bias: Number(bias.toFixed(3)), weights: rounded }) + '\n',
  )
  console.log(`${kept.length} traits`)
}

/** Logistic regression over the traits of whole texts, by stochastic gradient with a rate of its own for each trait. */
function fit(training: readonly Sample[]): Model {
  const seen = new Map<string, number>()
  const rows = training.map(({ text, wants, weight }) => ({ traits: [...traitsOf(normaliseQuery(text))], wants, weight }))
  for (const { traits, wants } of rows) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + (wants ? 5 : 1))
  const weights = new Map<string, number>()
  const steps = new Map<string, number>()
  for (const [trait, count] of seen) if (count >= SEEN_MIN) weights.set(trait, 0)
  let bias = 0
  let biasStep = 0
  const random = sequence(7)
  const order = rows.map((_, place) => place)
  for (let pass = 0; pass < PASSES; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const place of order) {
      const { traits, wants, weight } = rows[place]!
      const known = traits.filter((trait) => weights.has(trait))
      const score = known.reduce((sum, trait) => sum + weights.get(trait)!, bias)
      const pull = (1 / (1 + Math.exp(-score)) - (wants ? 1 : 0)) * weight
      for (const trait of known) {
        const slope = pull + RIDGE * weights.get(trait)!
        const step = (steps.get(trait) ?? 0) + slope * slope
        steps.set(trait, step)
        weights.set(trait, weights.get(trait)! - (RATE * slope) / (0.01 + Math.sqrt(step)))
      }
      biasStep += pull * pull
      bias -= (RATE * pull) / (0.01 + Math.sqrt(biasStep))
    }
  }
  return { bias, weights }
}

/** Each fifth is scored by what the other four taught: the thresholds of wants-person.ts are read from this. */
function printFolds(): void {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const { bias, weights } = fit(samples.filter((_, place) => place % FOLDS !== fold))
    const score = (text: string): number =>
      Math.max(...piecesOf(text).map((piece) => [...traitsOf(piece)].reduce((sum, trait) => sum + (weights.get(trait) ?? 0), bias)))
    return samples.filter((_, place) => place % FOLDS === fold).map((sample) => ({ ...sample, score: score(sample.text) }))
  }).flat()
  const groups = {
    wishes: scored.filter(({ wants }) => wants),
    lookAlikes: scored.filter((s) => !s.wants && s.weight > 1),
    others: scored.filter((s) => !s.wants && s.weight === 1),
  }
  for (const threshold of [-1, 0, 0.5, 1, 1.5, 2, 3, 4]) {
    const shares = Object.entries(groups).map(
      ([name, group]) => `${name} ${((100 * group.filter(({ score }) => score >= threshold).length) / group.length).toFixed(2)} %`,
    )
    console.log(`≥ ${threshold}: ${shares.join('  ')}`)
  }
}
