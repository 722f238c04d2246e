import { describe, expect, it } from 'vitest'
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import { articleContent } from '../../../../../test/support/article-content.ts'
import { articleFaults } from './article-faults.ts'
import { isDay } from './day.ts'

const today = '2026-06-15'
const faultsOf = (given: Parameters<typeof articleContent>[0]): string[] => articleFaults(articleContent(given), today)
const ofPart = (part: AnswerPart): string[] => faultsOf({ parts: [part] })

it('a whole article has none', () => expect(faultsOf({})).toEqual([]))

describe('days', () => {
  it.each([
    ['of no calendar', { from: '2026-02-30', to: null }, '生效日期：请填写，格式为 2026-01-31'],
    ['not given', { from: '', to: null }, '生效日期：请填写，格式为 2026-01-31'],
    ['ending on no day', { from: '2026-01-01', to: '明年' }, '失效日期：格式为 2026-01-31，没有则留空'],
    ['ending before they begin', { from: '2026-07-01', to: '2026-06-30' }, '失效日期：不能早于生效日期'],
    ['that are over', { from: '2026-01-01', to: '2026-06-14' }, '失效日期：已经过去'],
  ])('%s', (_, effective, fault) => expect(faultsOf({ effective })).toEqual([fault]))

  it('may begin later, end today, or be one', () => {
    for (const effective of [
      { from: '2027-01-01', to: null },
      { from: '2026-01-01', to: today },
      { from: today, to: today },
    ])
      expect(faultsOf({ effective })).toEqual([])
  })

  it('of the last review are known and past', () => {
    expect(faultsOf({ reviewed: '' })).toEqual(['最近审核日期：请填写，格式为 2026-01-31'])
    expect(faultsOf({ reviewed: '2026-06-16' })).toEqual(['最近审核日期：不能晚于今天'])
  })

  it.each(['2028-02-29', '2026-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true))
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00', '+012026-01-01'])('%s is none', (text) =>
    expect(isDay(text)).toBe(false),
  )
})

describe('answers', () => {
  it.each<[string, AnswerPart, string]>([
    ['an empty text', { type: 'text', markdown: '' }, '答案：请填写文字'],
    ['a link in it that is not safe', { type: 'text', markdown: '见[此处](http://a.cn)' }, '答案：链接须以 https:// 开头'],
    ['a script in it', { type: 'text', markdown: '见[此处](javascript:alert(1))' }, '答案：链接须以 https:// 开头'],
    ['a relative link in it', { type: 'text', markdown: '见[此处](/etc/passwd)' }, '答案：链接须以 https:// 开头'],
    ['a bare address that is not safe', { type: 'text', markdown: '打开 http://a.cn' }, '答案：链接须以 https:// 开头'],
    ['HTML in it', { type: 'text', markdown: '<img src=x onerror=alert(1)>' }, '答案：不能含有 HTML 标签'],
    ['a link without a title', { type: 'link', title: '', url: 'https://a.cn' }, '链接：请填写标题'],
    ['a link that is not safe', { type: 'link', title: '甲', url: 'http://a.cn' }, '链接“甲”：网址须以 https:// 开头'],
    ['a link that is none', { type: 'link', title: '甲', url: 'https://' }, '链接“甲”：网址须以 https:// 开头'],
    ['a picture that says nothing to those who do not see', { type: 'picture', asset: 'a.png', alt: '' }, '图片：请填写说明'],
    ['a video without a title', { type: 'video', asset: 'a.webm', title: '' }, '视频：请填写标题'],
    ['a file without a name', { type: 'file', asset: 'a.pdf', name: '' }, '附件：请填写文件名'],
    [
      'a step without words',
      {
        type: 'guide',
        title: '步骤',
        steps: [
          { title: '一', detail: '' },
          { title: '二', detail: '做' },
        ],
      },
      '办税指南第 1 步：请填写完整',
    ],
    [
      'an option without words',
      {
        type: 'options',
        prompt: '哪种？',
        options: [
          { label: '', article: 'a' as never },
          { label: '乙', article: 'b' as never },
        ],
      },
      '选项：请填写每一项的文字',
    ],
  ])('%s', (_, part, fault) => expect(ofPart(part)).toEqual([fault]))

  it('may have safe links, and signs that are no tags', () => {
    expect(ofPart({ type: 'text', markdown: '见[此处](https://a.cn/x_(1))，<https://b.cn>；1 < 2 且 3 > 2，a<5。' })).toEqual([])
  })
})

it.each([
  ['a basis without its number', { basis: [{ document: '某公告', number: '' }] }, '依据第 1 条：请填写文号'],
  ['a basis without its name', { basis: [{ document: '', number: '第1号' }] }, '依据第 1 条：请填写文件名称'],
  ['no region', { region: '' }, '适用地区：请填写'],
  ['what is still to be checked', { note: '待核：税率' }, '备注：仍有“待核”事项，请核实后删除'],
])('%s', (_, given, fault) => expect(faultsOf(given)).toEqual([fault]))

it('tells all faults at once', () => expect(faultsOf({ region: '', note: '待核', effective: { from: '', to: null } })).toHaveLength(3))
