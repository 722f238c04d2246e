// The administrators' desk: what may be kept, what is found, what comes of a list of words.
import { anArticle } from '../../../../test/support/articles.ts'
import type { GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'
import { sensitiveCategories } from '@zhengna/contract/domain/sensitive-word.ts'
import type { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../../test/support/desk.ts'
import { wordContent, wordId } from '../../../../test/support/guard.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { GuardParts } from './guard-parts.ts'
import { createPolicyDesk } from './policy.service.ts'
import { importText } from './word-import.service.ts'
import { createWordsDesk, type WordsDesk } from './words.service.ts'
import { columnsOf, insertWords } from './words.store.ts'

const admin = { personId: 'admin001' as never }
const articles = [anArticle('invoice', { question: '代开发票需要什么材料？', similar: ['个人怎么代开发票'] })]
let stand: JournalStand
let parts: GuardParts
let desk: WordsDesk

beforeEach(async () => {
  stand = await openJournalStand()
  parts = { ...stand, holder: stand.guard, knowledge: { snapshot: () => ({ articles }) as never } }
  desk = createWordsDesk(parts)
})
afterEach(() => stand.close())

const add = (word: string, change: Partial<GuardWordContent> = {}, isCertain = false) =>
  desk.add(admin, wordContent(word, change), isCertain)
const reason = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error as DomainError).failure.detail?.reason,
  )
const listed = async (filter: Parameters<WordsDesk['list']>[0] = {}) => (await desk.list(filter)).words.map(({ word }) => word)
const decide = (text: string) => stand.guard.guard().check(text, 'in').decision

describe('a word', () => {
  it('is in force when it is saved, changed, disabled and removed', async () => {
    const { id } = await add('龟孙')
    expect(decide('你这龟孙')).toBe('changed')
    await desk.save(admin, id, wordContent('龟孙', { action: 'block' }), false)
    expect(decide('你这龟孙')).toBe('block')
    await desk.save(admin, id, wordContent('龟孙', { isEnabled: false }), false)
    expect(decide('你这龟孙')).toBe('pass')
    await desk.save(admin, id, wordContent('龟孙'), false)
    await desk.remove(admin, id)
    expect([decide('你这龟孙'), await listed()]).toEqual(['pass', []])
    expect(await codeOf(desk.remove(admin, id))).toBe('GUARD_WORD_NOT_FOUND')
    expect(await codeOf(desk.save(admin, id, wordContent('龟孙'), false))).toBe('GUARD_WORD_NOT_FOUND')
  })

  it('is kept as the program writes it, with who wrote it', async () => {
    expect(await add(' 龟孙｜龟儿子|龟孙... 加微信 ', { exceptions: [' 乌龟孙 ', '', '乌龟孙'], note: ' 试 ' })).toMatchObject({
      word: '龟孙|龟儿子…加微信',
      exceptions: ['乌龟孙'],
      note: '试',
      changedBy: '演示系统管理员',
      changedAt: expect.any(Number) as number,
    })
  })

  it.each([
    ['龟孙…', /每个部分都要有内容/],
    ['||', /每个部分都要有内容/],
    ['税', /只有一个字/],
    ['龟孙|滚', /“滚”只有一个字/],
    ['#', /不能单独/],
    ['。。。', /只有标点/],
  ])('%s would catch nothing or everything', async (word, why) => {
    expect(await reason(add(word))).toMatch(why)
    expect(await listed()).toEqual([])
  })

  it('whose exceptions undo it is refused', async () => {
    expect(await reason(add('龟孙', { exceptions: ['龟孙'] }))).toMatch(/“龟孙”按这种写法识别不到/)
  })

  it('may keep a short spelling that came with the program', async () => {
    const row = { ...columnsOf(wordContent('屌|吊毛')), id: wordId('abuse-x'), changed_by: null, changed_at: null }
    await stand.database.write((trx) => insertWords(trx, [row]))
    expect(await desk.save(admin, row.id, wordContent('屌|吊毛', { isEnabled: false }), false)).toMatchObject({ isEnabled: false })
    expect(await reason(desk.save(admin, row.id, wordContent('屌|滚'), false))).toMatch(/“滚”只有一个字/)
  })

  it('of one emoji may be kept', async () => {
    await add('🖕')
    expect(decide('🖕')).toBe('changed')
  })

  it('is kept once', async () => {
    const { id } = await add('龟孙')
    expect(await reason(add('龟孙 '))).toMatch(/已经有一条/)
    expect(await desk.save(admin, id, wordContent('龟孙', { note: '同一条' }), false)).toMatchObject({ note: '同一条' })
  })

  it('that ordinary questions have in them is kept only by who is certain', async () => {
    await expect(add('代开发票')).rejects.toMatchObject({
      failure: { code: 'GUARD_WORD_TOUCHES', detail: { count: 2, example: '代开发票需要什么材料？' } },
    })
    await add('代开发票', { isEnabled: false })
    const { words } = await desk.list({})
    expect(await codeOf(desk.save(admin, words[0]!.id, wordContent('代开发票'), false))).toBe('GUARD_WORD_TOUCHES')
    expect(await desk.save(admin, words[0]!.id, wordContent('代开发票'), true)).toMatchObject({ isEnabled: true })
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await add('龟孙', { direction: 'in', note: '地方话' })
    stand.clock.advance(1_000)
    await add('百分百_赚', { category: 'fraud', direction: 'out', exceptions: ['举报'] })
    stand.clock.advance(1_000)
    await add('毕业证…加微信', { category: 'other' })
  })

  it('has what was changed last first', async () => {
    expect(await listed()).toEqual(['毕业证…加微信', '百分百_赚', '龟孙'])
  })

  it.each([
    [{ text: '加微' }, ['毕业证…加微信']],
    [{ text: '地方话' }, ['龟孙']],
    [{ text: '举报' }, ['百分百_赚']],
    [{ text: '_' }, ['百分百_赚']],
    [{ text: '%' }, []],
    [{ category: 'fraud' }, ['百分百_赚']],
    [{ direction: 'in' }, ['毕业证…加微信', '龟孙']],
    [{ direction: 'both' }, ['毕业证…加微信']],
    [{ category: 'abuse', direction: 'out' }, []],
  ] as const)('finds by %j', async (filter, words) => {
    expect(await listed(filter)).toEqual(words)
  })

  it('comes in pages', async () => {
    expect(await desk.list({ offset: 1, limit: 1 })).toMatchObject({ total: 3, words: [{ word: '百分百_赚' }] })
  })
})

describe('an import', () => {
  const order = { category: 'abuse', direction: 'both', isTrial: false } as const

  it('takes the good lines and tells of the bad ones with their numbers', async () => {
    await add('龟孙')
    const text = ['王八羔子', '', '龟孙', '滚', '王八羔子', '代开发票', '甲|…', '兔崽子…加微信', '长'.repeat(1_001)].join('\r\n')
    const { added, faults } = await importText(parts, admin, { ...order, text })
    expect(added).toBe(2)
    expect(faults.map(({ line, text: shown, reason: why }) => [line, shown.slice(0, 5), why])).toEqual([
      [3, '龟孙', '与已有的词条或前面的行重复。'],
      [4, '滚', '“滚”只有一个字，容易误伤，请写得更长。'],
      [5, '王八羔子', '与已有的词条或前面的行重复。'],
      [6, '代开发票', '会影响知识库中 2 个正常提问，如“代开发票需要什么材料？”。确实需要时请单独新增。'],
      [7, '甲|…', '每个部分都要有内容，用“…”隔开的部分最多六个。'],
      [9, '长长长长长', '一条最多 1000 个字，请分成几条。'],
    ])
    expect(new Set(await listed())).toEqual(new Set(['兔崽子…加微信', '王八羔子', '龟孙']))
    expect(decide('王八羔子')).toBe('changed')
  })

  it('on trial only tells', async () => {
    expect(await importText(parts, admin, { ...order, text: '王八羔子\n滚', isTrial: true })).toMatchObject({
      added: 1,
      faults: [{ line: 2 }],
    })
    expect(await listed()).toEqual([])
  })

  it('of too many lines is refused as a whole', async () => {
    const text = Array.from({ length: limits.guardImportMaxLines + 1 }, (_, index) => `某词${index}`).join('\n')
    expect(await reason(importText(parts, admin, { ...order, text }))).toMatch(/一次最多导入/)
  })
})

describe('the policy', () => {
  it('is the program’s until somebody sets it, and keeps a replacement where it replaces', async () => {
    const policies = createPolicyDesk(parts)
    expect((await policies.list()).map(({ category, changedBy }) => [category, changedBy])).toEqual(
      sensitiveCategories.map((one) => [one, null]),
    )
    expect(await policies.save(admin, 'abuse', 'replace', ' （不文明用语） ')).toMatchObject({
      replacement: '（不文明用语）',
      changedBy: '演示系统管理员',
    })
    expect(await policies.save(admin, 'abuse', 'mask', '（不文明用语）')).toMatchObject({ action: 'mask', replacement: '' })
  })

  it('a trial tells what would be stored and which words were met, and counts nothing', async () => {
    await add('龟孙…加微信', { category: 'other' })
    await add('兔崽子')
    const policies = createPolicyDesk(parts)
    expect(policies.try('兔崽子，您好', 'in')).toMatchObject({
      decision: 'changed',
      stored: '＊＊＊，您好',
      hits: [{ word: '兔崽子', start: 0, end: 3 }],
    })
    expect(policies.try('龟孙，加微信', 'in')).toMatchObject({
      decision: 'warn',
      stored: null,
      hits: [{ word: '龟孙…加微信', action: 'warn' }],
    })
    expect(await stand.database.reader.selectFrom('guard_hits').selectAll().execute()).toEqual([])
  })
})

it('a word nobody knows is not saved', async () => {
  expect(await codeOf(desk.save(admin, wordId('nobody'), wordContent('龟孙'), false))).toBe('GUARD_WORD_NOT_FOUND')
})
