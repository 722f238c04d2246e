import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffText, type DiffPiece } from './text-diff.ts'

const without = (pieces: readonly DiffPiece[], kind: DiffPiece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

test('a number that changed is one word out and one in', () => {
  expect(diffText('月销售额10万元以下免征', '月销售额15万元以下免征', 'word').filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '10' },
    { kind: 'added', text: '15' },
  ])
})

test('in characters only the one that changed is marked', () => {
  expect(diffText('按月申报', '按季申报', 'grapheme')).toEqual([
    { kind: 'same', text: '按' },
    { kind: 'removed', text: '月' },
    { kind: 'added', text: '季' },
    { kind: 'same', text: '申报' },
  ])
})

test('both texts can be read from the pieces, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('word' as const, 'grapheme' as const),
      (before, after, unit) => {
        const pieces = diffText(before, after, unit)
        expect(without(pieces, 'added')).toBe(before)
        expect(without(pieces, 'removed')).toBe(after)
      },
    ),
    { numRuns: 100 },
  )
})
