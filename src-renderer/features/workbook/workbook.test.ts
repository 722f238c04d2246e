// @vitest-environment happy-dom
import { workbookColumns } from '@zhengna/contract/domain/workbook.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { fakeHost } from '../chat/chat.fixture.ts'
import type { ImportReport } from './workbook.store.ts'
import { workbookLocale } from './workbook.locale.ts'
import WorkbookSection from './WorkbookSection.vue'

const aReport = (over: Partial<ImportReport> = {}): ImportReport => ({ created: 0, changed: 0, unchanged: 0, problems: [], ...over })
const problem = { row: 3, column: '依据', message: '请至少填写一条。' }

function sectionWith(answers: Parameters<typeof fakeHost>[0] = {}) {
  const host = fakeHost(answers)
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  const section = mount(WorkbookSection, { global: { plugins: [pinia, createTexts(uiLocale, workbookLocale)] }, attachTo: document.body })
  const settle = async () => {
    await vi.waitFor(() => expect(section.text()).not.toMatch(/正在(试读|导入)/))
    await flushPromises()
  }
  const press = async (name: string) => {
    await section
      .findAll('button')
      .find((button) => button.text().startsWith(name))!
      .trigger('click')
    await flushPromises()
    await settle()
  }
  const choose = async (file: File) => {
    const picker = section.get('input[type=file]')
    Object.defineProperty(picker.element, 'files', { value: [file], configurable: true })
    await picker.trigger('change')
    await settle()
  }
  const sent = () =>
    host.asked.filter(({ name }) => name === 'editing.importArticles').map(({ params }) => (params as { body: object }).body)
  const buttons = () => section.findAll('button').map((button) => button.text())
  return { section, press, choose, sent, buttons }
}
const aFile = (text = 'bytes', name = '知识库.xlsx') => new File([text], name)

afterEach(() => {
  document.body.innerHTML = ''
  vi.restoreAllMocks()
})

describe('an import', () => {
  test('is tried before anything is stored, and stored when the editor says so', async () => {
    const { section, choose, press, sent } = sectionWith({
      'editing.importArticles': () => aReport({ created: 2, changed: 1, unchanged: 4 }),
    })
    await choose(aFile())
    expect(sent()).toEqual([{ bytes: btoa('bytes'), isTrial: true }])
    expect(section.get('dl.counts').text()).toMatch(/新增2 ?行修改1 ?行无变化4 ?行有问题0 ?行/)
    await press('导入 3 行为草稿')
    expect(sent().at(-1)).toEqual({ bytes: btoa('bytes'), isTrial: false })
    expect(section.text()).toContain('已导入：新增 2 条、修改 1 条草稿。')
  })

  test('with bad rows says where and why, and counts a row once', async () => {
    const problems = [problem, { ...problem, column: '答案', message: '请填写答案。' }]
    const { section, choose } = sectionWith({ 'editing.importArticles': () => aReport({ created: 1, problems }) })
    await choose(aFile())
    expect(section.get('dl .bad').text()).toMatch(/有问题1 ?行/)
    expect(section.findAll('tbody tr').map((row) => row.text())).toEqual(['3依据请至少填写一条。', '3答案请填写答案。'])
  })

  test('that would change nothing cannot be begun', async () => {
    const { choose, buttons, section } = sectionWith({ 'editing.importArticles': () => aReport({ unchanged: 5 }) })
    await choose(aFile())
    expect(buttons().some((name) => name.startsWith('导入 '))).toBe(false)
    expect(section.text()).toContain('没有可以导入的行。')
  })

  test('of a file that is too large or empty is refused before it is sent', async () => {
    const { section, choose, sent } = sectionWith()
    const large = aFile()
    Object.defineProperty(large, 'size', { value: limits.workbookMaxBytes + 1 })
    await choose(large)
    expect(section.get('[role=alert]').text()).toContain('文件不能超过 10 兆字节。')
    await choose(aFile(''))
    expect(section.get('[role=alert]').text()).toContain('无法读取该工作簿')
    expect(sent()).toEqual([])
  })

  test('with no line keeps the file, to be tried again', async () => {
    const { section, choose, press, sent } = sectionWith()
    await choose(aFile())
    expect(section.get('[role=alert]').text()).toContain('当前未连接到服务')
    await press('再试读一次')
    expect(sent()).toHaveLength(2)
  })

  test('given up asks for a file again', async () => {
    const { choose, press, buttons } = sectionWith({ 'editing.importArticles': () => aReport({ created: 1 }) })
    await choose(aFile())
    await press('取消')
    expect(buttons()).toContain('选择表格')
  })
})

describe('files that go out', () => {
  const saved = () => {
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    return names
  }

  test('all articles and the template have the names that the server gives', async () => {
    const names = saved()
    const { press } = sectionWith({
      'editing.exportArticles': ({ query }: { query: { isTemplate?: boolean } }) => ({
        fileName: query.isTemplate ? '知识库导入模板.xlsx' : '知识库-2026-11-26.xlsx',
        bytes: btoa('bytes'),
      }),
    })
    await press('导出全部条目')
    await press('下载模板')
    expect(names).toEqual(['知识库-2026-11-26.xlsx', '知识库导入模板.xlsx'])
  })

  test('bad rows can be taken along', async () => {
    const names = saved()
    const { press, choose } = sectionWith({ 'editing.importArticles': () => aReport({ problems: [problem] }) })
    await choose(aFile())
    await press('下载问题清单')
    expect(names).toEqual([expect.stringMatching(/^导入问题清单-\d{4}-\d{2}-\d{2}\.csv$/)])
  })
})

test('every column is explained', () => {
  const { section } = sectionWith()
  const rows = section.findAll('.row')
  expect(
    rows.map((row) =>
      row
        .get('dt')
        .text()
        .replace(/ ?必填$/, ''),
    ),
  ).toEqual([...workbookColumns])
  for (const row of rows) expect(row.get('dd').text()).not.toMatch(/workbook\.|\{/)
})
