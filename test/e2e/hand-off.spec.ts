// What is handed over with the taxpayer: the system's own reason on the board, and the same pack before both sides' eyes.
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
})
test.afterAll(async () => {
  await program.close()
})

const sizes = [
  { width: 420, height: 720 },
  { width: 1280, height: 800 },
]
async function looksGood(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
const card = () => taxpayer.getByRole('region', { name: '正在排队' })
const bar = () => agent.getByRole('region', { name: '转人工摘要' })

test('agitated words are calmed, answered all the same, and offered a person for that reason', async () => {
  await say(taxpayer, '什么破系统！！！开具发票又报错，气死我了')
  await expect(stream(taxpayer).getByText('给您带来不便，非常抱歉').first()).toBeVisible()
  await looksGood(taxpayer)
  await stream(taxpayer).getByRole('button', { name: '人工服务' }).click()
  await expect(card()).toContainText('下一位就是您')
  await expect(agent.getByText('情绪激动').first()).toBeVisible()
})

test('who waits sees what is handed over before anybody else does', async () => {
  await card().getByRole('button', { name: '转交给坐席的内容' }).click()
  const dialog = taxpayer.getByRole('dialog', { name: '转交给坐席的内容' })
  await expect(dialog).toContainText('开具发票又报错')
  await expect(dialog).toContainText('希望尽快由人工解决')
  await expect(dialog).not.toContainText('激动')
  await looksGood(taxpayer)
  await dialog.getByRole('button', { name: '知道了' }).click()
})

test('who serves sees the same at the head of the talk', async () => {
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(bar()).toContainText('情绪激动')
  await bar()
    .getByRole('button', { name: /转人工摘要/ })
    .click()
  await expect(bar()).toContainText('开具发票又报错')
  await looksGood(agent)
})
