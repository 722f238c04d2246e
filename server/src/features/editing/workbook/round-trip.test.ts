// Out as a workbook, and in again.
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import { openDesk, writer, type Desk } from '../../../../../test/support/desk.ts'
import { workbookOf } from '../../../../../test/support/workbook.ts'
import { createLocalBus } from '../../../platform/bus/bus.ts'
import type { Database } from '../../../platform/database/database.ts'
import { createPublishing, importSeed, seedIn } from '../../knowledge/index.ts'
import { createFeedback } from '../../votes/index.ts'
import { importWorkbook } from './import-workbook.ts'
import { columns, TEXT_DIVIDER, type Column } from './columns.ts'
import { readWorkbook } from './read-workbook.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ seed: { topics: { vat: [{ id: 'vat-one' }, { id: 'vat-two' }], iit: [] }, names: { vat: '增值税' } } })
})
afterEach(() => desk.remove())

const exported = async (): Promise<string[][]> => readWorkbook((await desk.editing.exportWorkbook()).bytes)
const place = (column: Column): number => columns.indexOf(column)
const bring = async (rows: readonly (readonly string[])[], isTrial = false) =>
  desk.editing.importWorkbook(writer, await workbookOf(rows), isTrial)
/** The exported rows with cells of one article changed. */
const withCells = (rows: readonly string[][], id: string, cells: Partial<Record<Column, string>>): string[][] =>
  rows.map((row) => (row[0] === id ? row.map((text, at) => cells[columns[at]!] ?? text) : row))
const nothing = { created: 0, changed: 0, unchanged: 0, problems: [] }

describe('what is exported', () => {
  it('is one row an article under the columns’ names, as it is worked on or served', async () => {
    await desk.draft({ text: '写到一半' }, 'vat-two' as ArticleId)
    const gone = await desk.publish()
    await desk.editing.serving.expire(writer, gone.articleId, '停用', false)
    const [head, ...rows] = await exported()
    expect(head).toEqual([...columns])
    expect(rows.map((row) => [row[0], row[place('答案')], row[place('状态')]])).toEqual([
      ['vat-one', 'vat-one 的答案。', '已发布'],
      ['vat-two', '写到一半', '草稿'],
    ])
  })

  it('is named by the day in Beijing', async () => {
    expect((await desk.editing.exportWorkbook()).fileName).toMatch(/^知识库-\d{4}-\d{2}-\d{2}\.xlsx$/)
  })

  it('is text, also where a spreadsheet would see a formula', async () => {
    const question = '=HYPERLINK("https://a.cn")怎么办？'
    await desk.draft({ question, similar: ['+1', '-1', '@x'], text: '- 一\n- 二', keywords: ['_x0041_'] })
    const [found] = (await exported()).filter((one) => one[place('标准问题')] === question)
    expect(found?.[place('相似问法')]).toBe('+1\n-1\n@x')
    expect(found?.[place('答案')]).toBe('- 一\n- 二')
    expect(found?.[place('关键词')]).toBe('_x0041_')
    const parts = unzipSync((await desk.editing.exportWorkbook()).bytes)
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets).toHaveLength(1)
    for (const [, part] of sheets) expect(strFromU8(part)).not.toMatch(/<f[ >]/)
    // "@" is the format for text: editing the cell does not make a formula of it either.
    expect(strFromU8(parts['xl/styles.xml']!)).toMatch(/numFmtId="49"|formatCode="@"/)
  })
})

describe('in again', () => {
  it('as it went out changes nothing', async () => {
    await desk.draft({
      text: '一  \n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
      basis: [
        { document: '甲', number: '乙' },
        { document: '丙', number: '丁', article: '第一条、第二条' },
      ],
      effective: { from: '2026-01-01', to: '2026-12-31' },
      audience: ['enterprise', 'person'],
      note: '两行\n备注',
    })
    expect(await bring(await exported())).toEqual({ ...nothing, unchanged: 3 })
  })

  it('as it went out changes nothing in the whole knowledge base that comes with the program', async () => {
    const { database, clock, recall } = desk
    await importSeed({ database, bus: createLocalBus(), clock, publishing: createPublishing(recall) }, seedIn())
    const rows = await exported()
    expect(rows.length).toBeGreaterThan(300)
    expect(await bring(rows)).toEqual({ ...nothing, unchanged: rows.length - 1 })
  })

  it('keeps guides, links and pictures where they are, and texts in their places', async () => {
    const link = { type: 'link' as const, title: '链接', url: 'https://a.cn' }
    const guide = {
      type: 'guide' as const,
      title: '步骤',
      steps: [
        { title: '一', detail: '甲' },
        { title: '二', detail: '乙' },
      ],
    }
    const text = (markdown: string) => ({ type: 'text' as const, markdown })
    const { articleId } = await desk.publish({ parts: [text('一'), link, text('二'), guide] })
    const rows = await exported()
    expect(rows.find(([id]) => id === articleId)?.[place('答案')]).toBe(`一\n\n${TEXT_DIVIDER}\n\n二`)
    const partsAfter = async (answer: string) => {
      expect(await bring(withCells(rows, articleId, { 答案: answer }))).toMatchObject({ changed: 1, problems: [] })
      const { open } = await desk.editing.catalogue.get(articleId)
      await desk.editing.drafting.discard(articleId, open!.version)
      return open!.content.parts
    }
    expect(await partsAfter(`一！\n${TEXT_DIVIDER}\n二！`)).toEqual([text('一！'), link, text('二！'), guide])
    expect(await partsAfter('只有一段')).toEqual([text('只有一段'), link, guide])
    expect(await partsAfter(`一${TEXT_DIVIDER}二${TEXT_DIVIDER}三`)).toEqual([text('一'), link, text('二'), text('三'), guide])
  })

  it('makes drafts of what changed and what is new, and publishes nothing', async () => {
    const { version } = desk.knowledge.snapshot()
    const rows = withCells(await exported(), 'vat-one', { 答案: '新的答案。', 专题: 'iit' })
    const fresh = rows[2]!.map((text, at) => ({ 编号: '', 标准问题: '表格里的新问题怎么办？' })[columns[at] as string] ?? text)
    expect(await bring([...rows, fresh])).toEqual({ ...nothing, created: 1, changed: 1, unchanged: 1 })
    const { open } = await desk.editing.catalogue.get('vat-one' as ArticleId)
    expect(open).toMatchObject({ version: 2, state: 'draft', authors: ['zs001'], content: { topicId: 'iit' as TopicId } })
    const { articles } = await desk.editing.catalogue.list({ text: '表格里的新问题' })
    expect(articles).toMatchObject([{ state: 'draft', published: null }])
    await desk.knowledge.refresh()
    expect(desk.knowledge.snapshot().version).toBe(version)
    // The second time there is nothing left to do.
    expect(await bring(await exported())).toEqual({ ...nothing, unchanged: 3 })
  })

  it('of another server takes its ids', async () => {
    const rows = await exported()
    expect(
      await bring([
        ...rows,
        rows[1]!.map((text, at) => ({ 编号: 'vat-elsewhere', 标准问题: '别处的问题怎么办？' })[columns[at] as string] ?? text),
      ]),
    ).toMatchObject({ created: 1 })
    expect((await desk.editing.catalogue.get('vat-elsewhere' as ArticleId)).open).toMatchObject({ version: 1 })
  })

  it('never writes over what somebody is working on', async () => {
    const draft = await desk.draft({ text: '写到一半' }, 'vat-one' as ArticleId)
    const report = await bring(withCells(await exported(), 'vat-one', { 答案: '表格里的。' }))
    expect(report).toEqual({
      ...nothing,
      unchanged: 1,
      problems: [{ row: 2, column: '编号', message: '该条目正在编辑或审核，请待其发布或撤回后再导入。' }],
    })
    expect((await desk.editing.catalogue.get(draft.articleId)).open).toEqual(draft)
  })

  it('as a template has the columns and no rows, and brings nothing', async () => {
    const { bytes } = await desk.editing.exportTemplate()
    const rows = await readWorkbook(bytes)
    expect(rows).toEqual([[...columns]])
    expect(await bring(rows)).toEqual(nothing)
  })

  it('on trial says the same and stores nothing', async () => {
    const rows = withCells(await exported(), 'vat-one', { 答案: '新的答案。' })
    const trial = await bring(rows, true)
    expect(trial).toEqual({ ...nothing, changed: 1, unchanged: 1 })
    expect((await desk.editing.catalogue.get('vat-one' as ArticleId)).open).toBeNull()
    expect(await bring(rows)).toEqual(trial)
  })

  it('that fails at the end leaves nothing half done', async () => {
    const rows = withCells(await exported(), 'vat-one', { 答案: '新的答案。' })
    const bytes = await workbookOf(rows)
    const database: Database = {
      ...desk.database,
      write: (work) =>
        desk.database.write(async (trx, after) => {
          await work(trx, after)
          throw new Error('no disk')
        }),
    }
    const parts = { ...desk, database, publishing: createPublishing(desk.recall), feedback: createFeedback() }
    await expect(importWorkbook(parts, writer, bytes, false)).rejects.toThrow('no disk')
    expect((await desk.editing.catalogue.get('vat-one' as ArticleId)).open).toBeNull()
  })
})

describe('columns', () => {
  it('may stand in any order, beside others', async () => {
    const rows = (await exported()).map((row) => ['我的记号', ...row].toReversed())
    expect(await bring(rows)).toEqual({ ...nothing, unchanged: 2 })
  })

  it('must all be there, but for the state', async () => {
    const rows = await exported()
    const without = (column: Column) => rows.map((row) => row.toSpliced(place(column), 1))
    expect(await bring(without('状态'))).toEqual({ ...nothing, unchanged: 2 })
    await expect(bring(without('答案'))).rejects.toThrow('WORKBOOK_UNREADABLE')
    await expect(bring([])).rejects.toThrow('WORKBOOK_UNREADABLE')
  })
})

describe('a bad row', () => {
  it.each<[string, Partial<Record<Column, string>>, Column, RegExp]>([
    ['an id of no form', { 编号: 'VAT 1' }, '编号', /小写字母/],
    ['a topic there is not', { 专题: '天文' }, '专题', /“天文”/],
    ['a question that is none', { 标准问题: '税？' }, '标准问题', /4 至 200/],
    ['a question of another', { 标准问题: 'vat-two怎么办' }, '标准问题', /vat-two/],
    ['no answer', { 答案: ' \n ' }, '答案', /请填写答案/],
    ['an answer longer than a cell should be', { 答案: '长'.repeat(20_001) }, '答案', /20000/],
    ['a basis without its number', { 依据: '某公告' }, '依据', /文件｜文号/],
    ['no basis', { 依据: '' }, '依据', /至少填写一条/],
    ['a day that is none', { 生效日期: '2026-02-30' }, '生效日期', /2026-01-31/],
    ['an end before the beginning', { 生效日期: '2026-05-01', 失效日期: '2026-04-30' }, '失效日期', /不能早于/],
    ['an end that is no day', { 失效日期: '长期' }, '失效日期', /留空/],
    ['no region', { 适用地区: '' }, '适用地区', /请填写/],
    ['an audience there is not', { 适用对象: '企业、外星人' }, '适用对象', /所有人、企业/],
    ['a kind there is not', { 问题类型: '如何' }, '问题类型', /怎么办/],
    ['no day of review', { 最近审核日期: '' }, '最近审核日期', /请填写日期/],
  ])('with %s is reported with its place, and the others come in', async (_, cells, column, message) => {
    const rows = withCells(withCells(await exported(), 'vat-two', { 关键词: '新' }), 'vat-one', cells)
    const report = await bring(rows)
    expect(report).toMatchObject({ changed: 1, created: 0, unchanged: 0 })
    expect(report.problems).toEqual([{ row: 2, column, message: expect.stringMatching(message) as string }])
  })

  it('is reported with all that is wrong with it, and counted as the spreadsheet counts', async () => {
    const rows = await exported()
    const blank = columns.map(() => '')
    const wrong = columns.map((column) => (column === '标准问题' ? '一个完整的问题' : ''))
    const { problems } = await bring([rows[0]!, blank, wrong])
    expect(new Set(problems.map(({ row }) => row))).toEqual(new Set([3]))
    expect(problems.map(({ column }) => column)).toEqual([
      '专题',
      '答案',
      '依据',
      '生效日期',
      '适用地区',
      '适用对象',
      '问题类型',
      '最近审核日期',
    ])
  })

  it('is one that repeats an id or a question', async () => {
    const rows = await exported()
    const fresh = rows[1]!.map((text, at) => ({ 编号: '', 标准问题: '同一个新问题怎么办？' })[columns[at] as string] ?? text)
    const report = await bring([...rows, rows[1]!, fresh, fresh])
    expect(report).toMatchObject({ created: 1, unchanged: 2 })
    expect(report.problems.map(({ row, column }) => [row, column])).toEqual([
      [4, '编号'],
      [6, '标准问题'],
    ])
  })

  it('is none for days as a spreadsheet writes them', async () => {
    const rows = withCells(await exported(), 'vat-one', { 生效日期: '2020/1/1', 最近审核日期: '2026年1月1日' })
    expect(await bring(rows)).toEqual({ ...nothing, unchanged: 2 })
  })
})
