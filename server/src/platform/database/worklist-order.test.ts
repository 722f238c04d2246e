import { expect, it } from 'vitest'
import { owedSince, owedSometime, settledAt } from './worklist-order.ts'

it('what is owed longest comes first, what was settled last right after all that is owed', () => {
  const [early, late] = [Date.parse('2026-01-01'), Date.parse('2096-01-01')]
  const sorted = [settledAt(early), owedSince(late), owedSometime, settledAt(late), owedSince(early)].toSorted((a, b) => a - b)
  expect(sorted).toEqual([owedSince(early), owedSince(late), owedSometime, settledAt(late), settledAt(early)])
})
