import { expect, it } from 'vitest'
import { confidenceNames } from './confidence.ts'
import networks from './confidence.json' with { type: 'json' }
import { evaluateNetwork } from './network.ts'

it.each(Object.entries(networks))('the network %s takes every number there is', (_, network) => {
  expect([network.mean.length, network.scale.length]).toEqual([confidenceNames.length, confidenceNames.length])
  for (const unit of network.hidden) expect(unit).toHaveLength(confidenceNames.length + 2)
})

it('a network without hidden units is its bias, whatever the numbers', () => {
  expect(evaluateNetwork({ mean: [0], scale: [1], hidden: [], bias: 0.5 }, [9])).toBe(0.5)
})

it('a hidden unit sees each number less its mean, by its scale', () => {
  expect(evaluateNetwork({ mean: [1], scale: [2], hidden: [[3, 0.5, 2]], bias: 1 }, [2])).toBeCloseTo(1 + 2 * Math.tanh(2), 12)
})
