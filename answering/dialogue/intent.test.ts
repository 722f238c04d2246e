import { describe, expect, it } from 'vitest'
import { normaliseQuery } from '../text/normalise.ts'
import { recogniseIntent } from './intent.ts'

const intentOf = (text: string) => recogniseIntent(normaliseQuery(text))

describe('whoever asks for a person is handed over', () => {
  it.each([
    '转人工',
    '我要人工客服',
    '找真人',
    '我要投诉你们转人工吧',
    '不想跟机器人说',
    '转人功',
    'zhuan ren gong',
    '轉人工',
    '人工',
    '转 人 工',
    'wo yao zhuan rengong kefu kuai dian',
    '换个人来跟我说',
  ])('%s', (text) => {
    expect(intentOf(text)).toBe('hand-over')
  })
})

describe('人工 in a tax question asks for nobody', () => {
  it.each([
    '人工费怎么开票',
    '人工智能企业税收优惠',
    '人工成本可以税前扣除吗',
    '装修人工费发票税率是多少',
    '转人工智能行业还能享受优惠吗',
    '人工服务费怎么开票',
    '客服外包费用怎么开票',
    '举报投诉企业偷税找哪里',
    '个人找人代开发票',
    '想换个人来办税怎么操作',
  ])('%s', (text) => {
    expect(intentOf(text)).toBe('question')
  })
})

it('a long sentence in pinyin is a question first', () => {
  expect(intentOf('daikai fapiao xuyao dai shenfenzheng yuanjian ma')).toBe('person-or-question')
})

it.each([
  ['你好', 'greeting'],
  ['在吗', 'greeting'],
  ['谢谢老师', 'thanks'],
  ['好的，谢谢', 'thanks'],
  ['再见', 'farewell'],
  ['好的', 'acknowledge'],
  ['你是机器人吗', 'identity'],
  ['', 'empty'],
  ['👍', 'empty'],
  ['你好，契税怎么交', 'question'],
])('%s is %s', (text, intent) => {
  expect(intentOf(text)).toBe(intent)
})

it('repeated small talk costs no more than any text', () => {
  expect(intentOf('在不在吗'.repeat(100) + 'x')).toBe('question')
})
