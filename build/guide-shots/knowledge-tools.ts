// 知识工具: what was asked in vain, why the bot answers as it does, the words it knows, articles as a workbook.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { readWorkbook } from '../../server/src/features/editing/workbook/read-workbook.ts'
import { openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import type { Program } from '../../test/e2e/support/program.ts'
import { workbookOf } from '../../test/support/workbook.ts'
import { shoot } from './camera.ts'
import { expect, narrowSize, type Scene } from './scene.ts'

const slowly = { timeout: 240_000 }
const open = (page: Page, name: string) => page.getByRole('navigation', { name: '知识库' }).getByRole('link', { name }).click()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export const knowledgeTools: Scene = async (browser, program) => {
  await askedInVain(browser, program)
  const editor = await openWindow(browser, await program.openHost('console', 'zs001'))
  await signIn(editor, 'zs001')
  await gaps(editor)
  await lexicon(editor)
  await workbook(editor)
  await testBench(editor)
  await editor.context().close()
}

async function askedInVain(browser: Browser, program: Program): Promise<void> {
  for (const [account, questions] of [
    ['nsr001', ['船舶吨税执照丢了怎么补', '跨境电商综试区怎么备案', '印花税税率是多少']],
    ['nsr002', ['请问船舶吨税执照丢了怎么补办']],
  ] as const) {
    const taxpayer = await openWindow(browser, await program.openHost('taxpayer', `${account}-gaps`))
    await signIn(taxpayer, account)
    for (const [place, question] of questions.entries()) {
      await say(taxpayer, question)
      await expect(stream(taxpayer).getByText('已读')).toHaveCount(place + 1)
    }
    if (account === 'nsr001') await dislike(taxpayer)
    await taxpayer.context().close()
  }
}
async function dislike(taxpayer: Page): Promise<void> {
  await stream(taxpayer).getByRole('button', { name: '无用' }).last().click()
  const feedback = stream(taxpayer).getByRole('form', { name: '意见反馈' })
  await feedback.getByRole('radio', { name: '答案错误' }).check()
  await feedback.getByRole('textbox', { name: '补充说明' }).fill('我问的是租房合同')
  await feedback.getByRole('button', { name: '提交' }).click()
  await expect(stream(taxpayer).getByText('感谢您的反馈')).toBeVisible()
}

async function gaps(editor: Page): Promise<void> {
  await open(editor, '待补知识')
  const disliked = editor.getByRole('listitem').filter({ hasText: '印花税税率是多少' }).first()
  await disliked.getByText('查看提问').click()
  await shoot(editor, 'tools-gaps')
  await editor.setViewportSize(narrowSize)
  await shoot(editor, 'narrow-tools-gaps')
  await editor.setViewportSize({ width: 1280, height: 800 })
}

async function lexicon(editor: Page): Promise<void> {
  await open(editor, '词库')
  await editor.getByRole('textbox', { name: '在名称中查找' }).fill('发票')
  await expect(editor.getByRole('button', { name: /^编辑/ }).first()).toBeVisible()
  await shoot(editor, 'tools-lexicon')
  await editor.getByRole('textbox', { name: '在名称中查找' }).fill('流转税')
  await button(editor, '编辑「增值税」').click()
  await expect(editor.getByRole('dialog', { name: '编辑词条' })).toBeVisible()
  await shoot(editor, 'tools-lexicon-edit', { of: editor.getByRole('dialog', { name: '编辑词条' }).locator('form') })
  await editor.keyboard.press('Escape')
  await button(editor, '其他部门').click()
  await expect(editor.getByRole('button', { name: /^编辑/ }).first()).toBeVisible()
  await shoot(editor, 'tools-offices')
}

async function workbook(editor: Page): Promise<void> {
  await open(editor, '导入导出')
  const [file] = await Promise.all([editor.waitForEvent('download'), button(editor, '导出全部条目').click()])
  const [head = [], ...rows] = await readWorkbook(readFileSync(await file.path()))
  const published = rows.filter((row) => row[head.indexOf('状态')] === '已发布')
  const rowWith = (place: number, cells: Record<string, string>): string[] =>
    Object.entries(cells).reduce((row, [column, value]) => row.with(head.indexOf(column), value), published[place] ?? [])
  const buffer = await workbookOf([
    head,
    rowWith(0, { 关键词: '非正常户、解除' }),
    rowWith(1, {}),
    rowWith(2, { 编号: '', 标准问题: '个体工商户怎样办理停业登记？' }),
    rowWith(3, { 编号: '', 标准问题: '停业期间要申报吗？', 依据: '' }),
  ])
  const [chooser] = await Promise.all([editor.waitForEvent('filechooser'), button(editor, '选择表格').click()])
  await chooser.setFiles({ name: '停业登记.xlsx', mimeType: 'application/octet-stream', buffer })
  await expect(button(editor, '导入 2 行为草稿')).toBeVisible()
  await shoot(editor, 'tools-import')
}

async function testBench(editor: Page): Promise<void> {
  await open(editor, '测试台')
  await editor.getByRole('textbox', { name: '测试问题' }).fill('季度卖了28万要交增值税吗')
  await button(editor, '提问').click()
  await expect(editor.getByRole('region', { name: '候选条目' })).toBeVisible()
  await shoot(editor, 'tools-bench')
  await editor
    .getByRole('button', { name: /得分的构成/ })
    .first()
    .click()
  await shoot(editor, 'tools-bench-candidates', { of: editor.getByRole('region', { name: '候选条目' }) })
  const regression = editor.getByRole('region', { name: '回归测试' })
  await regression.getByRole('button', { name: '运行' }).click()
  await expect(regression.getByText(/共 \d+ 道测试题/)).toBeVisible(slowly)
  await regression.scrollIntoViewIfNeeded()
  await shoot(editor, 'tools-regression', { of: regression })
}
