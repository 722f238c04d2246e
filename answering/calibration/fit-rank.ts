import { featureCount, featureNames } from '../ranking/features.ts'
import { descend, type Sign } from './descent.ts'
import type { Example } from './examples.ts'

const RIDGE = 2e-4
/** A tuning question is a taxpayer's; a similar question was written beside its article, and is easier. */
const TUNING_WEIGHT = 4

/** In a knowledge base that lacks the question asked, likeness to what is left speaks too little; it never speaks against. */
const against: readonly string[] = ['subjectMiss', 'strangeSubjects', 'kindClash', 'matterMiss']
/** A question close to one that an editor wrote is that question; the examples cannot show it, because their own wording is left out. */
const COSINE_FLOOR = 2
const signs: readonly Sign[] = featureNames.map((name) => (against.includes(name) ? -1 : 1))

/** Weights under which, by softmax, the right article of each example is the likeliest of its candidates. */
export function fitRank(examples: readonly Example[]): Float64Array {
  const usable = examples.filter(({ candidates }) => candidates.some(({ isRight }) => isRight))
  const weightOf = (example: Example): number => (example.source === 'tuning' ? TUNING_WEIGHT : 1)
  const total = usable.reduce((sum, example) => sum + weightOf(example), 0)
  const deviations = deviationsOf(usable)
  // In steps of each feature's own size, so that none is learnt slower for being small.
  const scaled = usable.map((example) => ({
    weight: weightOf(example) / total,
    isRight: example.candidates.map(({ isRight }) => isRight),
    rows: example.candidates.map(({ features }) => Float64Array.from(features, (value, i) => value / deviations[i]!)),
  }))
  const floors = featureNames.map((name, i) => (name === 'cosine' ? COSINE_FLOOR * deviations[i]! : 0))
  const fitted = descend(
    featureCount,
    RIDGE,
    (weights, gradient) => {
      for (const example of scaled) addGradient(example, weights, gradient)
    },
    floors,
    signs,
  )
  return fitted.map((weight, i) => weight / deviations[i]!)
}

function deviationsOf(examples: readonly Example[]): number[] {
  const rows = examples.flatMap(({ candidates }) => candidates.map(({ features }) => features))
  return Array.from({ length: featureCount }, (_, i) => {
    const mean = rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length
    return Math.sqrt(rows.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0) / rows.length) || 1
  })
}

interface Scaled {
  readonly weight: number
  readonly isRight: readonly boolean[]
  readonly rows: readonly Float64Array[]
}

function addGradient({ weight, isRight, rows }: Scaled, weights: Float64Array, gradient: Float64Array): void {
  const scores = rows.map((row) => row.reduce((sum, value, i) => sum + value * weights[i]!, 0))
  const best = Math.max(...scores)
  const masses = scores.map((score) => Math.exp(score - best))
  const all = masses.reduce((sum, mass) => sum + mass, 0)
  const right = masses.reduce((sum, mass, place) => sum + (isRight[place] ? mass : 0), 0)
  for (const [place, row] of rows.entries()) {
    const pull = masses[place]! / all - (isRight[place] ? masses[place]! / right : 0)
    for (let i = 0; i < featureCount; i++) gradient[i]! += weight * pull * row[i]!
  }
}
