// 防骚扰 from both sides: a taxpayer who curses, the supervisor who watches and lifts, the administrator whose rules they are.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page
let supervisor: Page
let admin: Page

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  supervisor = await openWindow(browser, await program.openHost('console'))
  admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(taxpayer, 'nsr001')
  await signIn(supervisor, 'bz001')
  await signIn(admin, 'admin001')
})
test.afterAll(async () => {
  await program.close()
})

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 420, height: 720 }
async function looksGood(page: Page): Promise<void> {
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
const card = () => stream(taxpayer).getByRole('region', { name: '防骚扰提示' }).last()
const rows = () => supervisor.getByRole('row').filter({ hasText: /LJ\d{12}/ })
async function curse(): Promise<void> {
  await say(taxpayer, '你就是个傻逼')
  await say(taxpayer, '你这个狗东西')
}

test('whoever curses at somebody is told why, what may follow, and what stays open; the supervisor sees it at once', async () => {
  await supervisor.getByRole('navigation', { name: '监控内容' }).getByRole('link', { name: '拦截记录' }).click()
  await expect(supervisor.getByText('没有拦截记录')).toBeVisible()
  await looksGood(supervisor)
  await curse()
  await expect(card()).toContainText('消息中有辱骂他人的内容')
  await expect(card()).toContainText('您可以继续咨询')
  await looksGood(taxpayer)
  await expect(rows()).toHaveCount(1)
  await expect(rows().first()).toContainText('提醒')
  await looksGood(supervisor)
})

test('the second time messages wait with the reason, and go in their order when it is lifted', async () => {
  await curse()
  await expect(card()).toContainText('到时按顺序自动发出')
  await say(taxpayer, '请问个税怎么申报')
  await say(taxpayer, '还想问社保')
  const waiting = stream(taxpayer).getByText(/消息暂缓发送，.*后自动发出/)
  await expect(waiting.first()).toBeVisible()
  await looksGood(taxpayer)
  await expect(rows()).toHaveCount(2)
  await rows().first().getByRole('button', { name: /查看/ }).click()
  const dialog = supervisor.getByRole('dialog', { name: '拦截记录' })
  await expect(dialog.getByLabel('有关消息')).toContainText('你这个狗东西')
  await looksGood(supervisor)
  await dialog.getByRole('button', { name: '解除' }).click()
  await expect(supervisor.getByText('请填写原因')).toBeVisible()
  await dialog.getByRole('textbox', { name: '原因（必填）' }).fill('已电话沟通')
  await dialog.getByRole('button', { name: '解除' }).click()
  await expect(dialog).toContainText('解除：已电话沟通')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(stream(taxpayer).getByText(/拦截已解除/)).toBeVisible()
  await expect(waiting).toHaveCount(0)
  const said = await stream(taxpayer)
    .getByText(/^(请问个税怎么申报|还想问社保)$/)
    .allTextContents()
  expect(said.filter((text, index) => said.indexOf(text) === index)).toEqual(['请问个税怎么申报', '还想问社保'])
})

test('an appeal is a 留言 that has the number in it', async () => {
  const number = /LJ\d{12}/.exec((await card().textContent()) ?? '')?.[0] ?? 'none'
  await card().getByRole('button', { name: '留言申诉' }).click()
  await expect(taxpayer.getByLabel('留言内容')).toHaveValue(`对拦截记录 ${number} 申诉：`)
})

test('the administrator orders the rules, tries them, saves them, and is told who changed what', async () => {
  await admin.getByRole('link', { name: '防骚扰' }).click()
  await expect(admin.getByRole('group', { name: '第 1 条规则' })).toBeVisible()
  await looksGood(admin)
  await admin.getByRole('button', { name: '试运行' }).click()
  await expect(admin.getByRole('dialog', { name: '试运行结果' })).toContainText('没有消息满足这些规则')
  await admin.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await admin.getByRole('group', { name: '第 7 条规则' }).getByRole('checkbox', { name: '启用' }).uncheck()
  await expect(admin.getByText('有未保存的修改')).toBeVisible()
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(admin.getByText('规则已保存，立即生效')).toBeVisible()
  await expect(admin.getByText(/修改：辱骂.*停用/)).toBeVisible()
  await looksGood(admin)
})
