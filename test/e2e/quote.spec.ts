// 引用 from both sides: chosen, thought better of, sent, found again; gone when what it speaks of is taken back.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page
let agent: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

async function looksGood(page: Page): Promise<void> {
  for (const size of [
    { width: 420, height: 720 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
const row = (page: Page, text: string) => stream(page).locator('[data-message]').filter({ hasText: text }).first()
async function quote(page: Page, text: string): Promise<void> {
  await row(page, text).hover()
  await row(page, text).getByRole('button', { name: '引用', exact: true }).click()
}
const bar = (page: Page) => page.getByRole('group', { name: /^引用 / })

test('what is answered is named: the agent quotes one of two questions', async () => {
  await say(taxpayer, '一季度的申报期到哪天')
  await say(taxpayer, '逾期了怎么办')
  await quote(agent, '一季度的申报期到哪天')
  await expect(bar(agent)).toContainText('一季度的申报期到哪天')
  await looksGood(agent)
  await say(agent, '以主管税务机关的通知为准')
  await expect(bar(agent)).toBeHidden()
  const answer = row(taxpayer, '以主管税务机关的通知为准')
  await expect(answer.getByRole('button', { name: /一季度的申报期到哪天/ })).toBeVisible()
  await looksGood(taxpayer)
})

test('a quote leads to what it speaks of', async () => {
  await row(taxpayer, '以主管税务机关的通知为准')
    .getByRole('button', { name: /一季度的申报期到哪天/ })
    .click()
  await expect(stream(taxpayer).locator('.found')).toContainText('一季度的申报期到哪天')
})

test('it may be thought better of, and then the words go without it', async () => {
  await quote(taxpayer, '以主管税务机关的通知为准')
  await looksGood(taxpayer)
  await bar(taxpayer).getByRole('button', { name: '取消引用' }).click()
  await expect(bar(taxpayer)).toBeHidden()
  await say(taxpayer, '好的，谢谢')
  await expect(row(agent, '好的，谢谢')).toBeVisible()
  await expect(row(agent, '好的，谢谢').getByRole('button', { name: /以主管税务机关/ })).toHaveCount(0)
})

test('what is taken back is gone from where it was quoted too', async () => {
  await say(taxpayer, '这句写错了')
  await quote(agent, '这句写错了')
  await say(agent, '收到')
  await expect(row(taxpayer, '收到').getByRole('button', { name: /这句写错了/ })).toBeVisible()
  const own = stream(taxpayer).locator('[data-message]').filter({ hasText: '这句写错了' }).first()
  await own.hover()
  await own.getByRole('button', { name: '撤回' }).click()
  for (const page of [taxpayer, agent]) {
    await expect(row(page, '收到').getByRole('button', { name: /引用的消息已撤回/ })).toBeVisible()
    await expect(stream(page).getByText('这句写错了')).toHaveCount(0)
  }
})
