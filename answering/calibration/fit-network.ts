// Fits a network by Adam in small steps over shuffled observations: the same numbers on every run.
import { evaluateNetwork, type Network } from '../ranking/network.ts'
import { sigmoid } from '../ranking/logistic.ts'
import { sequence } from './sequence.ts'

export type Observation = { readonly numbers: Float64Array; readonly isTrue: boolean; readonly weight: number }

const HIDDEN = 12
const PASSES = 40
const BATCH = 64
const RATE = 0.004
const RIDGE = 3e-4

export function fitNetwork(observations: readonly Observation[]): Network {
  const count = observations[0]!.numbers.length
  const total = observations.reduce((sum, { weight }) => sum + weight, 0) / observations.length
  const mean = Array.from({ length: count }, (_, i) => observations.reduce((sum, o) => sum + o.numbers[i]!, 0) / observations.length)
  const scale = mean.map((m, i) => Math.sqrt(observations.reduce((sum, o) => sum + (o.numbers[i]! - m) ** 2, 0) / observations.length) || 1)
  const rows = observations.map((o) => Float64Array.from(o.numbers, (value, i) => (value - mean[i]!) / scale[i]!))
  const width = count + 2
  const weights = new Float64Array(HIDDEN * width + 1)
  const random = sequence(11)
  for (let i = 0; i < weights.length - 1; i++) weights[i] = (random() - 0.5) * 0.6
  const gradient = new Float64Array(weights.length)
  const momentum = new Float64Array(weights.length)
  const spread = new Float64Array(weights.length)
  const active = new Float64Array(HIDDEN)
  const order = rows.map((_, place) => place)
  let step = 0

  const addGradient = (place: number): void => {
    const row = rows[place]!
    let logit = weights[HIDDEN * width]!
    for (let h = 0; h < HIDDEN; h++) {
      const from = h * width
      let sum = weights[from + count]!
      for (let i = 0; i < count; i++) sum += weights[from + i]! * row[i]!
      active[h] = Math.tanh(sum)
      logit += weights[from + count + 1]! * active[h]!
    }
    const { isTrue, weight } = observations[place]!
    const pull = ((sigmoid(logit) - (isTrue ? 1 : 0)) * weight) / total
    gradient[HIDDEN * width]! += pull
    for (let h = 0; h < HIDDEN; h++) {
      const from = h * width
      gradient[from + count + 1]! += pull * active[h]!
      const inner = pull * weights[from + count + 1]! * (1 - active[h]! ** 2)
      gradient[from + count]! += inner
      for (let i = 0; i < count; i++) gradient[from + i]! += inner * row[i]!
    }
  }

  for (let pass = 0; pass < PASSES; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    // Slower towards the end, so that the last steps do not undo each other.
    const rate = RATE * (1 - pass / PASSES)
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH)
      gradient.fill(0)
      for (const place of batch) addGradient(place)
      step++
      for (let i = 0; i < weights.length; i++) {
        const slope = gradient[i]! / batch.length + RIDGE * weights[i]!
        momentum[i] = 0.9 * momentum[i]! + 0.1 * slope
        spread[i] = 0.999 * spread[i]! + 0.001 * slope * slope
        weights[i]! -= (rate * (momentum[i]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[i]! / (1 - 0.999 ** step)) + 1e-8)
      }
    }
  }
  const rounded = (value: number): number => Number(value.toFixed(4))
  return {
    mean: mean.map(rounded),
    scale: scale.map(rounded),
    hidden: Array.from({ length: HIDDEN }, (_, h) => Array.from(weights.slice(h * width, (h + 1) * width), rounded)),
    bias: rounded(weights[HIDDEN * width]!),
  }
}

export const probabilityOf = (network: Network, numbers: Float64Array): number => sigmoid(evaluateNetwork(network, numbers))
