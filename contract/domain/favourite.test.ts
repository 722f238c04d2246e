import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../ids.ts'
import type { Answer } from './answer.ts'
import { currencyOf, favouriteSearchTerm, favouriteSearchText } from './favourite.ts'

const effective = { from: '2026-01-01', to: '2026-12-31' }
const answer: Answer = {
  decision: 'answer',
  question: '契税税率是多少？',
  parts: [
    { type: 'text', markdown: '首套房 **1%**。' },
    {
      type: 'guide',
      title: '申报契税',
      steps: [
        { title: '登录', detail: '登录电子税务局' },
        { title: '填写', detail: '填写申报表' },
      ],
    },
    { type: 'file', asset: 'a.pdf', name: '契税申报表.PDF' },
  ],
  papers: {
    articleId: 'deed-tax' as ArticleId,
    version: 2,
    basis: [{ document: '中华人民共和国契税法', number: '主席令第52号' }],
    effective,
    region: '全国',
    reviewed: '2026-01-01',
  },
  options: [],
  offersPerson: false,
  offline: false,
}

describe('a kept answer', () => {
  it.each([
    ['current', { version: 2, effective }, '2026-06-01'],
    ['changed', { version: 3, effective }, '2026-06-01'],
    ['withdrawn', null, '2026-06-01'],
    ['expired', { version: 2, effective }, '2027-01-01'],
    ['changed', { version: 3, effective }, '2027-01-01'],
  ] as const)('is %s where its article is %j on %3$s', (currency, published, day) => {
    expect(currencyOf(answer, published, day)).toBe(currency)
  })

  it('without papers rests on no article, and stays current', () => {
    expect(currencyOf({ ...answer, papers: null }, null, '2026-06-01')).toBe('current')
  })

  it('is found by its question in both wordings, its texts and its papers, whatever their case', () => {
    const text = favouriteSearchText({ asked: '买房要交多少 Tax', answer })
    for (const term of ['买房', ' TAX ', '契税税率', '1%', '填写申报表', '申报表.pdf', '第52号'])
      expect(text, term).toContain(favouriteSearchTerm(term))
    expect(text).not.toContain('印花税')
  })
})
