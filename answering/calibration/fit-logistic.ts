import { sigmoid } from '../ranking/logistic.ts'
import { descend } from './descent.ts'

export type Observation = { readonly numbers: Float64Array; readonly isTrue: boolean; readonly weight: number }

const RIDGE = 1e-3

/** Logistic regression on standardised numbers, handed back for the numbers as they are. */
export function fitLogistic(observations: readonly Observation[]): { bias: number; weights: number[] } {
  const count = observations[0]!.numbers.length
  const total = observations.reduce((sum, { weight }) => sum + weight, 0)
  const mean = (of: (o: Observation) => number): number => observations.reduce((sum, o) => sum + o.weight * of(o), 0) / total
  const means = Array.from({ length: count }, (_, i) => mean((o) => o.numbers[i]!))
  const deviations = means.map((m, i) => Math.sqrt(mean((o) => (o.numbers[i]! - m) ** 2)) || 1)
  const rows = observations.map((o) => Float64Array.from(o.numbers, (value, i) => (value - means[i]!) / deviations[i]!))
  const fitted = descend(count + 1, RIDGE, (weights, gradient) => {
    for (const [place, row] of rows.entries()) {
      let logit = weights[count]!
      for (let i = 0; i < count; i++) logit += weights[i]! * row[i]!
      const pull = ((sigmoid(logit) - (observations[place]!.isTrue ? 1 : 0)) * observations[place]!.weight) / total
      for (let i = 0; i < count; i++) gradient[i]! += pull * row[i]!
      gradient[count]! += pull
    }
  })
  const weights = means.map((_, i) => fitted[i]! / deviations[i]!)
  return { bias: fitted[count]! - weights.reduce((sum, weight, i) => sum + weight * means[i]!, 0), weights }
}
