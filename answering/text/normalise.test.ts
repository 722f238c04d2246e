import { expect, it } from 'vitest'
import { normalise, normaliseQuery, queryMaxLength } from './normalise.ts'

it('traditional characters, full-width letters and capitals become one spelling', () => {
  expect(normalise('數電發票怎麼開？ＡＰＰ')).toBe('数电发票怎么开 app')
})

it('markup is dropped, its text kept', () => {
  expect(normalise('<script>alert(1)</script><b>契税</b>')).toBe('alert 1 契税')
})

it('right-to-left marks, zero-width joiners and lone surrogates vanish', () => {
  expect(normalise('发\u200d票\u202e怎么\ud800开')).toBe('发票怎么 开')
})

it('spaces between the characters of a query are closed', () => {
  expect(normaliseQuery('发 票 怎么 开 app 下载')).toBe('发票怎么开 app 下载')
})

it('a query is cut to its limit, also where one character becomes many', () => {
  expect(normaliseQuery('﷽'.repeat(5_000)).length).toBeLessThanOrEqual(queryMaxLength)
})

it('a text of nothing but opening brackets takes no longer than any other', () => {
  expect(normaliseQuery('<'.repeat(200_000))).toBe('')
})
