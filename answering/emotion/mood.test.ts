import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moodOf } from './mood.ts'

const mood = (text: string) => moodOf(text).mood

describe('a text is agitated', () => {
  it.each([
    ['气死我了', 'anger said as such'],
    ['什么破系统', 'scorn'],
    ['再不解决我就投诉到市长热线', 'a threat'],
    ['你们到底管不管', 'an accusation'],
    ['他妈的又报错', 'an oath'],
    ['又报错！！！', 'worry that cries'],
  ])('%s: %s', (text) => expect(mood(text)).toBe('agitated'))
  it('also as it is spoken, without a mark, and in wide letters', () => {
    expect(mood('你们这个系统到底还能不能用了')).toBe('agitated')
    expect(mood('ｗｔｆ这都第几次了')).toBe('agitated')
  })
})

describe('a text is upset', () => {
  it.each(['急死了', '又报错了怎么办', '试了好多遍还是不行', '等了三天了还没消息'])('%s', (text) => expect(mood(text)).toBe('upset'))
})

describe('a text is calm', () => {
  it.each([
    ['滞纳金怎么计算', 'strong words of tax'],
    ['怎么投诉商家不开发票', 'a question of how to complain'],
    ['垃圾处理劳务免征增值税吗', 'words with an ordinary meaning'],
    ['不着急，您慢慢查', 'what is denied'],
    ['谢谢！！！太感谢了', 'joy'],
    ['弹窗提示：系统崩溃，什么破系统', 'what a window said'],
    ['提示“操作失败，气死我了”是什么意思', 'what is quoted'],
    ['！！！', 'marks alone'],
    ['', 'nothing'],
  ])('%s: %s', (text) => expect(mood(text)).toBe('calm'))
})

it('what it was heard from is told, of a calm text nothing', () => {
  expect(moodOf('气死我了，什么破系统').signs).toEqual(['气死我', '什么破系统'])
  expect(moodOf('个税怎么退')).toEqual({ mood: 'calm', score: 0, signs: [] })
})

it('whatever is typed has a mood, a score from 0 to 1, and few signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      const felt = moodOf(text)
      expect(felt.score).toBeGreaterThanOrEqual(0)
      expect(felt.score).toBeLessThanOrEqual(1)
      expect(felt.signs.length).toBeLessThanOrEqual(3)
    }),
  )
})
