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
const floors = featureNames.map((name) => (name === 'cosine' ? COSINE_FLOOR : 0))
const signs: readonly Sign[] = featureNames.map((name) => (against.includes(name) ? -1 : 1))

/** Weights under which, by softmax, the right article of each example is the likeliest of its candidates. */
export function fitRank(examples: readonly Example[]): Float64Array {
  const usable = examples.filter(({ candidates }) => candidates.some(({ isRight }) => isRight))
  const weightOf = (example: Example): number => (example.source === 'tuning' ? TUNING_WEIGHT : 1)
  const total = usable.reduce((sum, example) => sum + weightOf(example), 0)
  return descend(
    featureCount,
    RIDGE,
    (weights, gradient) => {
      for (const example of usable) addGradient(example, weights, gradient, weightOf(example) / total)
    },
    floors,
    signs,
  )
}

function addGradient({ candidates }: Example, weights: Float64Array, gradient: Float64Array, scale: number): void {
  const scores = candidates.map(({ features }) => features.reduce((sum, value, i) => sum + value * weights[i]!, 0))
  const best = Math.max(...scores)
  const masses = scores.map((score) => Math.exp(score - best))
  const all = masses.reduce((sum, mass) => sum + mass, 0)
  const right = masses.reduce((sum, mass, place) => sum + (candidates[place]!.isRight ? mass : 0), 0)
  for (const [place, { features, isRight }] of candidates.entries()) {
    const pull = masses[place]! / all - (isRight ? masses[place]! / right : 0)
    for (let i = 0; i < featureCount; i++) gradient[i]! += scale * pull * features[i]!
  }
}
