import { describe, expect, it } from 'vitest'
import { articleContent } from '../../../../../test/support/article-content.ts'
import { block, line, tidyContent } from './tidy-content.ts'

describe('a text as it is kept', () => {
  it('has no blank, repeated or invisible entries', () => {
    const content = articleContent({
      question: ' 增值税\u200f怎么\n申报？ ',
      similar: ['怎么报', ' 怎么报 ', '', '\u202e'],
      keywords: ['申报', '申报'],
      basis: [{ document: ' 增值税法 ', number: '主席令｜第41号', article: '' }],
      effective: { from: ' 2026-01-01 ', to: '' },
      audience: ['person', 'person'],
    })
    expect(tidyContent(content)).toMatchObject({
      question: '增值税怎么 申报？',
      similar: ['怎么报'],
      keywords: ['申报'],
      basis: [{ document: '增值税法', number: '主席令|第41号' }],
      effective: { from: '2026-01-01', to: null },
      audience: ['person'],
    })
  })

  it('is the same when it is tidied again', () => {
    const once = tidyContent(
      articleContent({
        parts: [
          { type: 'text', markdown: '\r\n\r\n一  \r\n  - 二\t\r\n\n' },
          {
            type: 'guide',
            title: ' 步骤 ',
            steps: [
              { title: '甲', detail: ' 乙\n', where: ' ' },
              { title: '丙', detail: '丁' },
            ],
          },
          {
            type: 'options',
            prompt: ' 哪一种？',
            options: [
              { label: ' 甲 ', article: 'a' as never },
              { label: '乙', article: 'b' as never },
            ],
          },
        ],
      }),
    )
    expect(tidyContent(once)).toEqual(once)
    expect(once.parts[0]).toEqual({ type: 'text', markdown: '一  \n  - 二' })
  })

  it('that has too little of a question left is no article', () => {
    expect(() => tidyContent(articleContent({ question: '\u202e\u202e\u202e 税 ' }))).toThrow(/标准问题/)
  })

  it('that is longer than a workbook’s cell is refused with the limit', () => {
    expect(() => tidyContent(articleContent({ text: '长'.repeat(20_001) }))).toThrow(/20000 个字/)
    expect(() => tidyContent(articleContent({ similar: Array.from({ length: 201 }, (_, n) => `问 ${n}`) }))).toThrow(/最多 200 条/)
  })

  it('takes time linear in what was sent', () => {
    const blank = `一${' '.repeat(200_000)}二${'\n'.repeat(200_000)}三`
    const startedAt = performance.now()
    line(blank)
    block(blank)
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
