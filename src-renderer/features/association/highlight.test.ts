import { expect, test } from 'vitest'
import { highlight, tellsMore } from './highlight.ts'

const marked = (question: string, typed: string): string =>
  highlight(question, typed)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('')

test.each([
  ['小规模纳税人免税吗？', '小规模', '[小规模]纳税人免税吗？'],
  ['小规模纳税人免税吗？', '小规模 免税', '[小规模]纳税人[免税]吗？'],
  ['小规模纳税人免税吗？', '小规模的免税', '[小规模]纳税人[免税]吗？'],
  ['个人所得税 App 怎么登录', 'app', '个人所得税 [App] 怎么登录'],
  ['契税怎么交', '税', '契[税]怎么交'],
  ['契税怎么交', '印花税', '契税怎么交'],
  ['契税怎么交', 'qishui', '契税怎么交'],
  ['契税怎么交', '', '契税怎么交'],
  ['', '税', ''],
])('of %s, typed %s, it is %s', (question, typed, expected) => {
  expect(marked(question, typed)).toBe(expected)
})

test('nothing of the question is lost or doubled', () => {
  const question = '小规模纳税人İ月销售额10万😀以内'
  for (const typed of ['销售额10万', '😀', 'i', '纳税人以内'])
    expect(
      highlight(question, typed)
        .map(({ text }) => text)
        .join(''),
    ).toBe(question)
})

test.each([
  ['小规模免税线', '小规模纳税人不用交增值税吗', '小规模 免税', true],
  ['不动产 小规模 3%', '小规模纳税人能按1%交吗', '小规模 免税', false],
  ['买房契税', '住房契税税率', 'qishui', true],
])('beside %s → %s, typed %s, another way to put it is shown: %s', (alias, question, typed, isShown) => {
  expect(tellsMore(alias, question, typed)).toBe(isShown)
})
