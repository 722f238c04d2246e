// An agent is gone while they serve: the taxpayer sees it, writes on, and is served by somebody else before everybody who waits.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 720 } }
/** Looking at windows takes a slow machine longer than the time that is set. */
const dropSeconds = 300

let program: Program
let taxpayer: Page
let agent: Page
let colleague: Page

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram({ hasDoor: true })
  const admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(admin, 'admin001')
  await admin.getByLabel('坐席中断等待时长', { exact: true }).fill(String(dropSeconds))
  await admin.getByRole('button', { name: '保存坐席中断等待时长' }).click()
  await expect(admin.getByText('“坐席中断等待时长”已保存。')).toBeVisible()
  await admin.context().close()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console', 'agent'))
  colleague = await openWindow(browser, await program.openHost('console', 'colleague'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await signIn(colleague, 'zx002')
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

const away = () => taxpayer.getByText('坐席连接中断，正在等待恢复，您可以继续发送消息')
const waiting = () => colleague.getByRole('button', { name: '呼叫', exact: true })
async function looksGood(page: Page): Promise<void> {
  for (const size of [sizes.narrow, sizes.wide]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
async function crash(): Promise<void> {
  await program.killHost('agent')
  await agent.context().close()
  await expect(away()).toBeVisible()
}

test('the agent’s program crashes: it is said at once, and what is written is there when they are back', async ({ browser }) => {
  await crash()
  await looksGood(taxpayer)
  await say(taxpayer, '还在吗')
  agent = await openWindow(browser, await program.openHost('console', 'agent'))
  await expect(away()).toBeHidden()
  await expect(stream(agent).getByText('还在吗').or(agent.getByText('还在吗')).first()).toBeVisible()
  await agent.getByText('演示商贸有限公司').first().click()
  await say(agent, '在的，请说')
  await expect(stream(taxpayer).getByText('在的，请说')).toBeVisible()
})

test('gone for too long: the taxpayer waits before everybody, and both sides read why', async ({ browser }) => {
  const other = await openWindow(browser, await program.openHost('taxpayer', 'other'))
  await signIn(other, 'nsr002')
  await say(other, '转人工')
  await expect(other.getByText('下一位就是您')).toBeVisible()
  await crash()
  await program.pass((dropSeconds + 1) * 1_000)
  await expect(stream(taxpayer).getByText('坐席 1001 号连接中断，已为您优先排队，将由其他坐席继续服务')).toBeVisible()
  await expect(taxpayer.getByRole('region', { name: '正在排队' })).toContainText('下一位就是您')
  await expect(taxpayer.getByRole('region', { name: '正在排队' })).toContainText('坐席连接中断，您已排到最前面。')
  await expect(other.getByText('前面还有 1 位')).toBeVisible()
  await looksGood(taxpayer)
  await expect(colleague.getByText(/坐席连接中断/)).toBeVisible()
  await looksGood(colleague)
  await other.context().close()
})

test('a colleague takes over with all that was said; whoever was gone finds it in their list no more', async ({ browser }) => {
  await colleague.getByRole('button', { name: '示闲', exact: true }).click()
  await waiting().click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1002 号')).toBeVisible()
  await expect(stream(colleague).getByText('在的，请说')).toBeVisible()
  agent = await openWindow(browser, await program.openHost('console', 'agent'))
  await expect(agent.getByText('演示自然人').first()).toBeVisible()
  await expect(agent.getByText('演示商贸有限公司')).toHaveCount(0)
  await looksGood(agent)
})
