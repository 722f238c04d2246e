import { expect, test } from 'vitest'
import { markedText } from './marked-text.ts'

const marked = (text: string, ...spans: [number, number][]) =>
  markedText(
    text,
    spans.map(([start, end]) => ({ start, end })),
  )
    .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
    .join('')

test('what was met is marked where it stands', () => {
  expect(marked('一二三四五', [1, 2], [3, 5])).toBe('一[二]三[四五]')
  expect(marked('一二三')).toBe('一二三')
})

test('hits that overlap are marked once, in whatever order they come', () => {
  expect(marked('一二三四五', [2, 4], [0, 3], [1, 2])).toBe('[一二三][四]五')
})
