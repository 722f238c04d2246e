import type { ArticleId } from '@zhengna/contract/ids.ts'
import { describe, expect, test } from 'vitest'
import { articleIn } from './filled-article.ts'

const deedTax = { articleId: 'deed-tax' as ArticleId, text: '首套房按1%征收。\n面积超过140平方米的按1.5%征收。\n依据：契税法 主席令第52号' }
const stampTax = { articleId: 'stamp-tax' as ArticleId, text: '个人买卖住房免征印花税。\n依据：财税〔2008〕137号' }

describe('the article of a text', () => {
  test.each([
    ['as it was filled in', deedTax.text],
    ['with words around it', `您好，${deedTax.text}\n还有别的问题吗？`],
    ['with its blanks and line breaks changed', deedTax.text.replaceAll('\n', '  ')],
    ['without the basis', '首套房按1%征收。\n面积超过140平方米的按1.5%征收。'],
    ['with one sentence rewritten', '您是首套，按1%交。面积超过140平方米的按1.5%征收。\n依据：契税法 主席令第52号'],
  ])('is known %s', (_, text) => expect(articleIn(text, [deedTax])).toBe('deed-tax'))

  test.each([
    ['nothing is left of it', '您好，请稍等。'],
    ['only the basis is left', '依据：契税法 主席令第52号'],
    ['the text is empty', ''],
  ])('is forgotten when %s', (_, text) => expect(articleIn(text, [deedTax])).toBeUndefined())

  test('is the last one filled in that is still there', () => {
    expect(articleIn(`${deedTax.text}\n${stampTax.text}`, [deedTax, stampTax])).toBe('stamp-tax')
    expect(articleIn(deedTax.text, [deedTax, stampTax])).toBe('deed-tax')
    expect(articleIn(stampTax.text, [])).toBeUndefined()
  })
})
