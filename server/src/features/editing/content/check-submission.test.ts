import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { openDesk, sentenceOf, writer, type Desk } from '../../../../../test/support/desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ seed: { topics: { vat: [{ id: 'vat-one', question: '小规模纳税人怎么申报？' }, { id: 'vat-two' }] } } })
})
afterEach(() => desk.remove())

const refusalOf = async (given: Parameters<Desk['draft']>[0]): Promise<string> => sentenceOf(desk.submit(await desk.draft(given)))
const options = (...articles: string[]): AnswerPart[] => [
  { type: 'options', prompt: '哪一种？', options: articles.map((article) => ({ label: article, article: article as ArticleId })) },
]

describe('a standard question', () => {
  it.each(['小规模纳税人怎么申报？', ' 小規模納稅人 怎么申报 ', '小规模纳税人，怎么申报！'])(
    '“%s” is asked by another already',
    async (question) => expect(await refusalOf({ question })).toBe('知识条目不完整：标准问题：与条目 vat-one 相同。'),
  )

  it('is taken by what is being written, too', async () => {
    const first = await desk.draft({ question: '一个新的问题怎么办？' })
    expect(await refusalOf({ question: '一个新的问题怎么办' })).toContain(first.articleId)
  })

  it('is free again when its article expired', async () => {
    await desk.editing.serving.expire(writer, 'vat-one' as ArticleId, '停用', false)
    expect(await refusalOf({ question: '小规模纳税人怎么申报？' })).toBe('')
  })

  it('may stay what it was in the next revision', async () => {
    expect(await sentenceOf(desk.submit(await desk.draft({ text: '新' }, 'vat-one' as ArticleId)))).toBe('')
  })
})

describe('options', () => {
  it('lead to articles that are served or worked on', async () => {
    const draft = await desk.draft()
    expect(await refusalOf({ parts: options('vat-one', draft.articleId) })).toBe('')
    await desk.editing.serving.expire(writer, 'vat-two' as ArticleId, '停用', false)
    expect(await refusalOf({ parts: options('vat-one', 'vat-two') })).toContain('选项“vat-two”：所指条目 vat-two 不存在或已失效')
    expect(await refusalOf({ parts: options('vat-one', 'none') })).toContain('选项“none”')
  })

  it('do not lead back to where they are', async () => {
    const draft = await desk.draft({ parts: options('vat-two', 'vat-one') }, 'vat-one' as ArticleId)
    expect(await sentenceOf(desk.submit(draft))).toContain('选项“vat-one”：不能指向本条目')
  })
})

describe('pictures, videos and files', () => {
  it('exist, and are what they are shown as', async () => {
    const png = await desk.assets.store(new Uint8Array([1]), 'png')
    const pdf = await desk.assets.store(new Uint8Array([2]), 'pdf')
    expect(
      await refusalOf({
        parts: [
          { type: 'picture', asset: png, alt: '图' },
          { type: 'file', asset: pdf, name: '表.pdf' },
        ],
      }),
    ).toBe('')
    expect(await refusalOf({ parts: [{ type: 'picture', asset: 'none.png', alt: '图' }] })).toContain('文件 none.png：不存在，请重新上传')
    expect(await refusalOf({ parts: [{ type: 'picture', asset: pdf, alt: '图' }] })).toContain('不是图片文件')
    expect(await refusalOf({ parts: [{ type: 'video', asset: png, title: '视频' }] })).toContain('不是视频文件')
  })

  it('that come with the program are there', async () => {
    expect(await refusalOf({ parts: [{ type: 'picture', asset: 'invoice-face.png', alt: '图' }] })).toBe('')
  })
})
