// Gradient descent with momentum from zero, a fixed number of steps: the same numbers on every run.

const STEPS = 1_000
const RATE = 0.2
const MOMENTUM = 0.9

/** What is known of a weight before fitting: that it cannot be negative (1), cannot be positive (-1), nothing (0). */
export type Sign = 1 | 0 | -1

/** `gradientOf` fills the gradient of the mean loss at `weights`; a little of each weight's square is added to the loss. */
export function descend(count: number, ridge: number, gradientOf: (weights: Float64Array, gradient: Float64Array) => void, signs?: readonly Sign[]): Float64Array {
  const weights = new Float64Array(count)
  const gradient = new Float64Array(count)
  const speed = new Float64Array(count)
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0)
    gradientOf(weights, gradient)
    for (let i = 0; i < count; i++) {
      speed[i] = MOMENTUM * speed[i]! - RATE * (gradient[i]! + ridge * weights[i]!)
      weights[i]! += speed[i]!
      if (weights[i]! * (signs?.[i] ?? 0) < 0) weights[i] = speed[i] = 0
    }
  }
  return weights
}
