import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'
import { expect, it } from 'vitest'
import { quoteHits } from './quote-hits.ts'

const hit = (start: number, end: number) => ({ start, end }) as GuardHit

it('hits that overlap are one piece, the same piece is told once', () => {
  expect(quoteHits('明天就弄死你们，弄死', [hit(0, 5), hit(3, 7), hit(8, 10), hit(8, 10)])).toBe('“明天就弄死你们”、“弄死”')
})

it('three pieces are told at most, each of twelve characters, in one line', () => {
  const text = '甲乙 丙丁 戊己 庚辛 一二三四五六七八\n九十一二三'
  expect(quoteHits(text, [hit(0, 2), hit(12, 26), hit(3, 5), hit(6, 8)])).toBe('“甲乙”、“一二三四五六七八 九十一…”、“丙丁”')
})
