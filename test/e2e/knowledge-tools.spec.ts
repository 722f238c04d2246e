// The editors' tools at the console: what the bot failed, the knowledge base as a workbook, the lexicon.
import { readFileSync } from 'node:fs'
import { expect, test, type Download, type Page } from '@playwright/test'
import { readWorkbook } from '../../server/src/features/editing/workbook/read-workbook.ts'
import { workbookOf } from '../support/workbook.ts'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

/** After a change of the lexicon the server builds its engine anew; a machine's first search builds an index. */
const slowly = { timeout: 60_000 }
const narrow = { width: 420, height: 720 }
const missing = '船舶吨税执照丢了怎么补'
let program: Program
let editorUrl: string
let editor: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  program = await startProgram()
  editorUrl = await program.openHost('console')
  editor = await openWindow(browser, editorUrl)
  await signIn(editor, 'zs001')
})
test.afterAll(async () => {
  await program.close()
})

const openPage = (name: string) => editor.getByRole('navigation', { name: '知识库' }).getByRole('link', { name }).click()
const download = async (page: Page, button: string): Promise<Download> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return file
}
const rowsOf = async (file: Download): Promise<string[][]> => readWorkbook(readFileSync(await file.path()))
const choose = async (name: string, buffer: Buffer): Promise<void> => {
  const [chooser] = await Promise.all([
    editor.waitForEvent('filechooser'),
    editor
      .getByRole('button', { name: /^(选择表格|换一个表格)$/ })
      .last()
      .click(),
  ])
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer })
}
/** Both sizes: the narrow one is a window of its own on the same page. */
async function expectGoodLookAtBothSizes(): Promise<void> {
  await expectGoodLook(editor)
  await editor.setViewportSize(narrow)
  await expectGoodLook(editor)
  await editor.setViewportSize({ width: 1280, height: 800 })
}

test.describe('待补知识', () => {
  const card = (question: string) =>
    editor.getByRole('region', { name: '待补问题' }).getByRole('listitem').filter({ hasText: question }).first()

  test('what taxpayers ask in vain, and what they dislike, is listed with how often and by how many', async ({ browser }) => {
    test.slow()
    for (const account of ['nsr001', 'nsr002']) {
      const page = await openWindow(browser, await program.openHost('taxpayer', account))
      await signIn(page, account)
      await say(page, account === 'nsr001' ? missing : `请问${missing}`)
      await expect(stream(page).getByRole('article').first()).toBeVisible()
      if (account === 'nsr001') {
        await say(page, '印花税税率是多少')
        await stream(page).getByRole('button', { name: '无用' }).last().click()
        const feedback = stream(page).getByRole('form', { name: '意见反馈' })
        await feedback.getByRole('radio', { name: '答案错误' }).check()
        await feedback.getByRole('textbox', { name: '补充说明' }).fill('我问的是租房合同')
        await feedback.getByRole('button', { name: '提交' }).click()
        await expect(stream(page).getByText('感谢您的反馈，我们会据此改进答复。')).toBeVisible()
      }
      await page.context().close()
    }
    await openPage('待补知识')
    await expect(card(missing)).toContainText('问过 2 次')
    await expect(card(missing)).toContainText('2 人')
    await expect(card('印花税税率是多少')).toContainText('无用 1')
    await card('印花税税率是多少').getByText('查看提问').click()
    await expect(card('印花税税率是多少')).toContainText('无用 · 答案错误 · 我问的是租房合同')
    await expectGoodLookAtBothSizes()
  })

  test('a group that is not to be written for is put aside, and taken back', async () => {
    await card('印花税税率是多少').getByRole('button', { name: '不处理' }).focus()
    await editor.keyboard.press('Enter')
    await expect(card('印花税税率是多少')).toBeHidden()
    const states = editor.getByRole('group', { name: '处理状态' })
    await states.getByRole('button', { name: '不处理 1' }).click()
    await card('印花税税率是多少').getByRole('button', { name: '恢复' }).click()
    await expect(editor.getByText('没有标为「不处理」的问题')).toBeVisible()
    await states.getByRole('button', { name: '待处理' }).click()
    await expect(card('印花税税率是多少')).toBeVisible()
  })

  test('the list of the week goes out as a workbook', async () => {
    const file = await download(editor, '导出本周清单')
    expect(file.suggestedFilename()).toMatch(/^待补知识-\d{4}-\d{2}-\d{2}至\d{4}-\d{2}-\d{2}\.xlsx$/)
    const texts = (await rowsOf(file)).map((row) => row[5])
    expect(texts).toEqual(expect.arrayContaining(['提问原文', missing, `请问${missing}`, '印花税税率是多少']))
  })

  test('a span of other days has other questions', async () => {
    await editor.getByRole('button', { name: '上周' }).click()
    await expect(editor.getByText('没有待处理的问题')).toBeVisible()
    await editor.getByRole('button', { name: '自选' }).click()
    await editor.getByLabel('起始日').fill('2026-01-31')
    await editor.getByLabel('截止日').fill('2026-01-01')
    await expect(editor.getByText('请填写两个日期，起始日不能晚于截止日。')).toBeVisible()
    await editor.getByRole('button', { name: '本周' }).click()
    await expect(card(missing)).toBeVisible()
  })

  test('a draft is begun in a topic and the group is no longer open', async () => {
    test.slow()
    await card(missing).getByRole('button', { name: '生成草稿' }).click()
    const topic = card(missing).getByRole('combobox', { name: '放在哪个专题下？' })
    await expect(topic).toBeFocused()
    // The first search on this machine builds its index.
    await expect(topic).not.toHaveValue('', slowly)
    await expectGoodLookAtBothSizes()
    await card(missing).getByRole('button', { name: '确定' }).click()
    await expect(editor.getByText('草稿已生成')).toBeVisible()
    await openPage('待补知识')
    await editor.getByRole('group', { name: '处理状态' }).getByRole('button', { name: '已起草' }).click()
    await expect(card(missing).getByRole('button', { name: '打开条目' })).toBeVisible()
  })
})

test.describe('导入导出', () => {
  let rows: string[][]
  const count = (name: string) => editor.locator('dl > div').filter({ has: editor.getByText(name, { exact: true }) })

  test('all articles go out, and the form alone', async () => {
    test.slow()
    await openPage('导入导出')
    const file = await download(editor, '导出全部条目')
    expect(file.suggestedFilename()).toMatch(/^知识库-\d{4}-\d{2}-\d{2}\.xlsx$/)
    rows = await rowsOf(file)
    expect(rows.length).toBeGreaterThan(100)
    expect(await rowsOf(await download(editor, '下载模板'))).toEqual([rows[0]])
    await expectGoodLookAtBothSizes()
  })

  test('what comes in is tried first; good rows become drafts, bad ones can be taken along', async () => {
    test.slow()
    const [head, ...articles] = rows
    const cell = (column: string) => head!.indexOf(column)
    const published = articles.filter((row) => row[cell('状态')] === '已发布')
    const changed = published[0]!.with(cell('关键词'), '新关键词')
    const fresh = published[1]!.with(cell('编号'), '').with(cell('标准问题'), '从表格新增的问题怎么办？')
    const bad = fresh.with(cell('标准问题'), '没有依据的问题怎么办？').with(cell('依据'), '').with(cell('生效日期'), '长期')
    await choose('修改.xlsx', await workbookOf([head!, changed, published[2]!, fresh, bad]))
    await expect(count('新增')).toHaveText(/1 ?行/)
    await expect(count('修改')).toHaveText(/1 ?行/)
    await expect(count('无变化')).toHaveText(/1 ?行/)
    await expect(count('有问题')).toHaveText(/1 ?行/)
    await expect(editor.getByRole('row', { name: /^5 依据/ })).toContainText('请至少填写一条')
    await expect(editor.getByRole('row', { name: /^5 生效日期/ })).toBeVisible()
    await expectGoodLookAtBothSizes()
    const list = readFileSync(await (await download(editor, '下载问题清单')).path(), 'utf8')
    expect(list).toContain('行号,列,原因')
    expect(list).toContain('5,依据,')
    await editor.getByRole('button', { name: '导入 2 行为草稿' }).click()
    await expect(editor.getByText('已导入：新增 1 条、修改 1 条草稿。')).toBeVisible()
    await editor.getByRole('button', { name: '导入另一个表格' }).click()
  })

  test('a file that is no workbook is refused in words that help', async () => {
    test.slow()
    const panel = editor.getByRole('region', { name: '导入', exact: true })
    await choose('假的.xlsx', Buffer.from('这不是表格'))
    await expect(panel.getByRole('alert')).toContainText('无法读取该工作簿，请使用“导出”得到的表格填写后再导入。')
    await choose('太大.xlsx', Buffer.alloc(10 * 1024 * 1024 + 1))
    await expect(panel.getByRole('alert')).toContainText('文件不能超过 10 兆字节。')
    await expectGoodLookAtBothSizes()
    await editor.getByRole('button', { name: '取消' }).click()
  })

  test('a workbook may be dropped', async () => {
    const bytes = (await workbookOf(rows.slice(0, 3))).toString('base64')
    const dropped = await editor.evaluateHandle((base64) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], '拖来的.xlsx'))
      return transfer
    }, bytes)
    const panel = editor.getByRole('region', { name: '导入', exact: true })
    await panel.dispatchEvent('dragover', { dataTransfer: dropped })
    await expect(panel.getByText('松开即可试读')).toBeVisible()
    await panel.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(panel.getByText('试读「拖来的.xlsx」的结果')).toBeVisible()
    await panel.getByRole('button', { name: '取消' }).click()
  })
})

test.describe('词库', () => {
  const search = () => editor.getByRole('textbox', { name: '在名称中查找' })

  test('a concept is found by any of its names', async () => {
    await openPage('词库')
    await search().fill('流转税')
    await expect(editor.getByRole('button', { name: '编辑「增值税」' })).toBeVisible()
  })

  test('one is added with many names, changed, and deleted after a question', async () => {
    test.slow()
    await editor.getByRole('button', { name: '添加词条' }).click()
    const drawer = editor.getByRole('dialog', { name: '添加词条' })
    await drawer.getByRole('combobox', { name: '类别' }).selectOption('事项')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer.getByRole('alert')).toHaveText('请至少填写一个名称。')
    await drawer.getByRole('textbox', { name: '名称' }).fill('测试用的词、另一个叫法')
    await editor.keyboard.press('Enter')
    await expect(drawer.getByRole('button', { name: '去掉「另一个叫法」' })).toBeVisible()
    await drawer.getByRole('textbox', { name: '编号' }).fill('zhs-01')
    await expectGoodLook(editor)
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(editor.getByText('已保存「测试用的词」')).toBeVisible(slowly)

    await search().fill('另一个叫法')
    await editor.getByRole('button', { name: '编辑「测试用的词」' }).click()
    const change = editor.getByRole('dialog', { name: '编辑词条' })
    await change.getByRole('textbox', { name: '名称' }).fill('增值税')
    await editor.keyboard.press('Enter')
    await editor.keyboard.press('Escape')
    await editor.getByRole('dialog', { name: '放弃修改' }).getByRole('button', { name: '取消' }).click()
    await editor.keyboard.press('Control+s')
    await expect(editor.getByText('已保存。「增值税」也是其他词条的名称')).toBeVisible(slowly)

    await editor.getByRole('button', { name: '删除「测试用的词」' }).click()
    await confirm(editor).click()
    await expect(editor.getByText('没有找到含「另一个叫法」的词条')).toBeVisible(slowly)
    await expectGoodLookAtBothSizes()
  })

  test('one that the bot needs for asking back is kept, and it is said why', async () => {
    test.slow()
    await search().fill('小规模纳税人')
    await editor
      .getByRole('button', { name: /^删除「小规模/ })
      .first()
      .click()
    await confirm(editor).click()
    await expect(editor.getByText(/的反问选项要用到它，不能删除/)).toBeVisible(slowly)
    await expectGoodLookAtBothSizes()
  })

  test('other offices are kept with what is theirs', async () => {
    test.slow()
    await editor.getByRole('button', { name: '其他部门' }).click()
    await editor.getByRole('button', { name: '添加部门' }).click()
    const drawer = editor.getByRole('dialog', { name: '其他部门' })
    await drawer.getByRole('textbox', { name: '部门名称' }).fill('演示部门')
    await drawer.getByRole('textbox', { name: '联系方式' }).fill('12345')
    await drawer.getByRole('textbox', { name: '例句' }).fill('演示的事去哪办\n演示的事找谁')
    await expectGoodLook(editor)
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(editor.getByText('0 个说法 · 2 条例句')).toBeVisible(slowly)
    await expectGoodLookAtBothSizes()
    await editor.getByRole('button', { name: '删除「演示部门」' }).click()
    await confirm(editor).click()
    await expect(editor.getByText('已删除「演示部门」')).toBeVisible(slowly)
  })
})

test('with no line each tool says so and offers to try again', async () => {
  await program.stopServer()
  await expect(editor.getByText('离线', { exact: true })).toBeVisible()
  for (const name of ['待补知识', '词库']) {
    await editor.reload()
    await openPage(name)
    await expect(editor.getByRole('alert')).toContainText('当前未连接到服务')
  }
  await program.startServer()
  await expect(editor.getByText('在线', { exact: true })).toBeVisible()
  await editor.getByRole('button', { name: '重试' }).click()
  await expect(search(editor)).toBeVisible()
})

const search = (page: Page) => page.getByRole('textbox', { name: '在名称中查找' })
