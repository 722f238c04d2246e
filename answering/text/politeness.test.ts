import { expect, it } from 'vitest'
import { stripPoliteness } from './politeness.ts'

it.each([
  ['老师您好我想咨询一下契税怎么交谢谢', '契税怎么交'],
  ['请问发票丢了怎么办呢', '发票丢了怎么办'],
  ['你好麻烦问下个税退税多久到账', '个税退税多久到账'],
  ['我要买房契税多少', '我要买房契税多少'],
])('courtesies come off: %s', (text, question) => {
  expect(stripPoliteness(text)).toBe(question)
})

it('a text of courtesies alone stays as it is', () => {
  expect(stripPoliteness('谢谢')).toBe('谢谢')
})
