import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'
import { expect, it } from 'vitest'
import { quoteHits } from './quote-hits.ts'

const hit = (start: number, end: number) => ({ start, end }) as GuardHit

it('hits that overlap are one piece, the same piece is told once', () => {
  expect(quoteHits('明天就弄死你们，弄死', [hit(0, 5), hit(3, 7), hit(8, 10), hit(8, 10)])).toBe('“明天就弄死你们”、“弄死”')
})

it('three pieces are told at most', () => {
  expect(quoteHits('甲 乙 丙 丁', [hit(0, 1), hit(2, 3), hit(4, 5), hit(6, 7)])).toBe('“甲”、“乙”、“丙”')
})

it('a piece is of twelve characters at most, and in one line', () => {
  expect(quoteHits('一二三四五六七八\n九十一二三', [hit(0, 14)])).toBe('“一二三四五六七八 九十一…”')
})
