import { describe, expect, it } from 'vitest'
import { maskQuestion } from './mask.ts'

describe('a question as it is kept', () => {
  it.each([
    ['手机13800000001收不到验证码', '手机***收不到验证码'],
    ['税号91000000MA00000018查不到', '税号***查不到'],
    ['身份证 000000190001010027 实名失败', '身份证 *** 实名失败'],
    ['卡号 6200 0000 0000 0000 000 怎么换', '卡号 *** 怎么换'],
    ['电话０２１－１２３４５６７８', '电话０２１－***'],
    ['发到 someone.else@example.com', '发到 ***'],
  ])('%s has no number of anybody', (asked, kept) => {
    expect(maskQuestion(asked)).toBe(kept)
  })

  it.each(['12366打不通', '2026年12月征期到几号', '月销售额100000元要交税吗', '500万以下'])('%s says the same as before', (asked) => {
    expect(maskQuestion(asked)).toBe(asked)
  })

  it('is no longer than what the engine reads', () => {
    expect(maskQuestion('税'.repeat(2_000))).toHaveLength(400)
  })

  it('a page of digits takes no longer than its length', () => {
    const startedAt = performance.now()
    maskQuestion('1 '.repeat(200))
    maskQuestion('a1'.repeat(200))
    expect(performance.now() - startedAt).toBeLessThan(50)
  })
})
