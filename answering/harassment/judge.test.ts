import { defaultHarassmentRules, type HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import { describe, expect, it } from 'vitest'
import { judge, type Remembered } from './judge.ts'
import type { Offence } from './offence.ts'

const NOW = 1_800_000_000_000
let made = 0
const said = (text: string, at = NOW, change: Partial<Remembered> = {}): Remembered => ({
  id: `m${++made}`,
  at,
  writtenAt: at,
  text,
  offences: [],
  isPicked: false,
  ...change,
})
const rule = (
  condition: HarassmentRule['condition'],
  count: number,
  windowSeconds: number,
  change: Partial<HarassmentRule> = {},
): HarassmentRule => ({
  id: `${condition}-${count}` as HarassmentRule['id'],
  condition,
  count,
  windowSeconds,
  action: 'warn',
  durationSeconds: 0,
  isEnabled: true,
  ...change,
})
const offending = (offence: Offence, at = NOW): Remembered => said('……', at, { offences: [offence] })
const everySeconds = (count: number, seconds: number, text = (n: number) => `第 ${n} 句`): Remembered[] =>
  Array.from({ length: count }, (_, index) => said(text(index), NOW - (count - index) * seconds * 1000))

describe('rate', () => {
  const rules = [rule('rate', 5, 10)]
  it('is met by the so manieth message within the time, and not by one fewer', () => {
    expect(judge(rules, everySeconds(4, 1), said('第五句'), [])?.messages).toHaveLength(5)
    expect(judge(rules, everySeconds(3, 1), said('第四句'), [])).toBeNull()
  })
  it('at its border: a message exactly as old as the time is long counts no more', () => {
    const before = [10_000, 9_999, 5_000, 1].map((age) => said('句', NOW - age))
    expect(judge(rules, before, said('句'), [])).toBeNull()
    expect(judge(rules, [said('句', NOW - 9_998), ...before.slice(1)], said('句'), [])).not.toBeNull()
  })
  it('counts by when it was written: what waited offline comes all at once and is no flood', () => {
    const waited = Array.from({ length: 20 }, (_, index) => said(`第 ${index} 句`, NOW, { writtenAt: NOW - (20 - index) * 60_000 }))
    expect(judge(rules, waited, said('现在写的'), [])).toBeNull()
  })
  it('is met all the same by five times as many that arrive, whatever times they claim', () => {
    const forged = Array.from({ length: 24 }, (_, index) => said(`第 ${index} 句`, NOW, { writtenAt: NOW - (24 - index) * 60_000 }))
    expect(judge(rules, forged.slice(1), said('再来', NOW, { writtenAt: NOW - 30_000 }), [])).toBeNull()
    expect(judge(rules, forged, said('再来', NOW, { writtenAt: NOW - 30_000 }), [])).not.toBeNull()
  })
})

describe('repetition', () => {
  const rules = [rule('repetition', 3, 60)]
  const again = (texts: readonly string[]) =>
    judge(
      rules,
      texts.slice(0, -1).map((text) => said(text)),
      said(texts.at(-1)!),
      [],
    )
  it.each([
    ['the same', ['怎么还不回复我', '怎么还不回复我', '怎么还不回复我']],
    ['spaces and punctuation between', ['怎么还不回复我', '怎么 还不 回复我！', '怎,么,还,不,回,复,我']],
    ['zero-width characters between', ['怎么还不回复我', '怎\u200b么还不回\u200d复我', '怎么还不\u2060回复我']],
    ['full width', ['call me now', 'ｃａｌｌ ｍｅ ｎｏｗ', 'CALL ME NOW']],
    ['a word at the end', ['你们到底什么时候给我处理退税', '你们到底什么时候给我处理退税啊', '你们到底什么时候给我处理退税呀']],
  ])('is met by %s', (_, texts) => expect(again(texts)).not.toBeNull())
  it.each([
    ['short calls of whoever waits', ['在吗', '在吗', '在吗', '在吗', '在吗']],
    [
      'forms that differ in their numbers',
      ['发票代码 3200 号码 001 金额 100', '发票代码 3200 号码 002 金额 100', '发票代码 3200 号码 003 金额 100'],
    ],
    ['other questions', ['增值税怎么申报', '个税怎么申报', '社保怎么申报']],
    ['one error message quoted twice', ['提示 ERR_500 申报失败', '我该怎么办', '提示 ERR_500 申报失败']],
  ])('is not met by %s', (_, texts) => expect(again(texts)).toBeNull())
  it('options that are pressed again are none', () => {
    const pressed = () => said('增值税申报期限', NOW, { isPicked: true })
    expect(judge(rules, [pressed(), pressed(), pressed()], pressed(), [])).toBeNull()
  })
})

describe('words', () => {
  it('count each for itself, within their time', () => {
    const rules = [rule('abuse', 2, 60)]
    expect(judge(rules, [offending('abuse')], said('您好'), [])).toBeNull()
    expect(judge(rules, [offending('threat')], offending('abuse'), [])).toBeNull()
    expect(judge(rules, [offending('abuse', NOW - 60_000)], offending('abuse'), [])).toBeNull()
    expect(judge(rules, [offending('abuse', NOW - 59_999)], offending('abuse'), [])?.condition).toBe('abuse')
  })
})

describe('the steps', () => {
  const actionAfter = (times: number) =>
    judge(
      defaultHarassmentRules,
      [],
      offending('threat'),
      Array.from({ length: times }, (_, index) => NOW - (index + 1) * 1000),
    )?.rule.action
  it('begin with a warning and grow with every interception that counts', () => {
    expect([0, 1, 2, 3, 4, 9].map(actionAfter)).toEqual(['warn', 'cool-down', 'mute', 'end', 'block', 'block'])
  })
  it('an interception of long ago counts no more', () => {
    expect(judge(defaultHarassmentRules, [], offending('threat'), [NOW - 25 * 3_600_000])?.rule.action).toBe('warn')
  })
  it('whoever was intercepted before and now writes what is no offence is left alone', () => {
    expect(judge(defaultHarassmentRules, [], said('好的，谢谢'), [NOW - 1, NOW - 2, NOW - 3, NOW - 4])).toBeNull()
  })
  it('say what it was in the first place', () => {
    expect(judge(defaultHarassmentRules, [], offending('sexual'), [NOW - 1])).toMatchObject({
      condition: 'sexual',
      rule: { condition: 'again' },
    })
  })
})

describe('the order', () => {
  const mute = rule('abuse', 1, 60, { action: 'mute', durationSeconds: 60, id: 'first' as HarassmentRule['id'] })
  const warn = rule('abuse', 1, 60)
  it('the first rule that is met decides', () => {
    expect(judge([mute, warn], [], offending('abuse'), [])?.rule).toBe(mute)
    expect(judge([warn, mute], [], offending('abuse'), [])?.rule).toBe(warn)
  })
  it('one that is switched off is not there', () => {
    expect(judge([{ ...mute, isEnabled: false }, warn], [], offending('abuse'), [])?.rule).toBe(warn)
    expect(judge([{ ...warn, isEnabled: false }], [], offending('abuse'), [])).toBeNull()
  })
  it('a report meets rules for reports alone, and messages never do', () => {
    const rules = [rule('reported', 1, 60), rule('abuse', 1, 60)]
    expect(judge(rules, [], offending('abuse'), [], true)?.condition).toBe('reported')
    expect(judge([rule('reported', 1, 60)], [], offending('abuse'), [])).toBeNull()
  })
})
