// Gradient descent with momentum from `starts` (zero where not given), a fixed number of steps: the same numbers on every run.

const STEPS = 1_000
const RATE = 0.2
const MOMENTUM = 0.9

/** Which way from its start a weight may go: up (1), down (-1), either (0). */
export type Sign = 1 | 0 | -1

/** `gradientOf` fills the gradient of the mean loss at `weights`; a little of each weight's square is added to the loss. */
export function descend(
  count: number,
  ridge: number,
  gradientOf: (weights: Float64Array, gradient: Float64Array) => void,
  starts?: readonly number[],
  signs?: readonly Sign[],
): Float64Array {
  const weights = Float64Array.from({ length: count }, (_, i) => starts?.[i] ?? 0)
  const gradient = new Float64Array(count)
  const speed = new Float64Array(count)
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0)
    gradientOf(weights, gradient)
    for (let i = 0; i < count; i++) {
      speed[i] = MOMENTUM * speed[i]! - RATE * (gradient[i]! + ridge * weights[i]!)
      weights[i]! += speed[i]!
      const past = (weights[i]! - (starts?.[i] ?? 0)) * (signs?.[i] ?? 0)
      if (past < 0) {
        weights[i] = starts?.[i] ?? 0
        speed[i] = 0
      }
    }
  }
  return weights
}
