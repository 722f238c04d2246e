// 自动分配 at the windows: an agent is asked on whatever page they are, takes or declines, and a taxpayer sees how it stands.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'
import { turnWindow } from './support/turned-clock.ts'

const acceptSeconds = 120
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 720 } }

let program: Program
let taxpayer: Page
let agent: Page
let supervisor: Page

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram({ hasDoor: true })
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  supervisor = await openWindow(browser, await program.openHost('console', 'supervisor'))
  await signIn(supervisor, 'bz001')
  await supervisor.getByRole('navigation', { name: '监控内容' }).getByRole('link', { name: '队列' }).click()
})
test.afterAll(async () => {
  await program.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const rail = (name: string) => agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name })
const bar = () => agent.getByRole('region', { name: '新的接待' })
const card = () => taxpayer.getByRole('region', { name: '正在排队' })
const becomeIdle = async (): Promise<void> => {
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
}
async function looksGood(page: Page): Promise<void> {
  for (const size of [sizes.narrow, sizes.wide]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
/** The server's time goes on, and the windows' with it. */
async function pass(seconds: number): Promise<void> {
  const now = await program.pass(seconds * 1000)
  for (const page of [taxpayer, agent]) await turnWindow(page, now)
}

test('an administrator turns it on', async ({ browser }) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(admin, 'admin001')
  const way = admin.getByLabel('接入方式', { exact: true })
  await expect(way).toHaveValue('manual')
  await way.selectOption('自动分配')
  await expectGoodLook(admin)
  await press(admin, '保存接入方式')
  await expect(admin.getByText('“接入方式”已保存。')).toBeVisible()
  // Looking at a window takes a slow machine longer than an agent would.
  await admin.getByLabel('接待等待时长', { exact: true }).fill(String(acceptSeconds))
  await press(admin, '保存接待等待时长')
  await expect(admin.getByText('“接待等待时长”已保存。')).toBeVisible()
  await admin.reload()
  await expect(way).toHaveValue('automatic')
  await admin.context().close()
})

test('who asks for a person is offered to an agent who is free, whatever page that agent is on', async () => {
  await becomeIdle()
  await rail('留言').click()
  await say(taxpayer, '发票开错了怎样红冲')
  await say(taxpayer, '转人工')
  await expect(card()).toContainText('已为您找到坐席，正在接通，请稍候。')
  await looksGood(taxpayer)
  await expect(bar()).toContainText('演示商贸有限公司')
  await expect(bar()).toContainText(/剩余 0[0-2]:\d\d/)
  await looksGood(agent)
  await bar().getByRole('button', { name: '接待', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await expect(bar()).toBeHidden()
  await expect(agent.getByRole('button', { name: '结束会话' })).toBeVisible()
})

test('at the workbench the place says that it is one’s own to take; 呼叫 takes it too', async ({ browser }) => {
  const second = await openWindow(browser, await program.openHost('taxpayer', 'second'))
  await signIn(second, 'nsr002')
  await say(second, '转人工')
  await expect(bar()).toContainText('演示自然人')
  await expect(agent.getByText(/1001 号待接待/)).toBeVisible()
  await looksGood(agent)
  await press(agent, '呼叫')
  await expect(second.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await second.context().close()
})

test('declined, they wait on in their place and are offered again later; let lapse too often, the agent is 示忙 and told why', async () => {
  await press(taxpayer, '结束会话')
  await taxpayer.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await say(taxpayer, '转人工')
  await bar().getByRole('button', { name: '暂不接待' }).click()
  await expect(bar()).toBeHidden()
  await expect(card()).toContainText('下一位就是您')
  await press(supervisor, '演示商贸有限公司的排队经过')
  const trace = supervisor.getByRole('dialog', { name: '为什么还在等' })
  await expect(trace).toContainText(/分配给 1001 号（最近服务过）：暂不接待/)
  await expect(trace).toContainText('坐席空闲 1 位，正在服务 1 位，暂离 0 位')
  await looksGood(supervisor)
  await press(supervisor, '关闭')
  await looksGood(supervisor)
  // The same to whoever waits, in their own words.
  await press(taxpayer, '为什么还在等')
  const own = taxpayer.getByRole('dialog', { name: '为什么还在等' })
  await expect(own).toContainText('未能接入，继续为您安排')
  await expect(own).not.toContainText('1001')
  await looksGood(taxpayer)
  await own.getByRole('button', { name: '关闭' }).click()
  const again = async (): Promise<void> => {
    await pass(61)
    await expect(bar()).toContainText('演示商贸有限公司')
    await pass(acceptSeconds + 1)
    await expect(bar()).toBeHidden()
  }
  await again()
  await again()
  await expect(agent.getByText('您连续多次没有接待分配给您的纳税人，已自动转为示忙。').first()).toBeVisible()
  await expect(agent.getByRole('button', { name: '坐席状态：示忙' })).toBeVisible()
  await looksGood(agent)
})

test('whoever closed the window is shown as gone, keeps the place for a while, and finds in the stream when it was given up', async ({
  browser,
}) => {
  await program.killHost('taxpayer')
  await taxpayer.context().close()
  await expect(agent.getByText('暂时离开', { exact: true })).toBeVisible()
  await expectGoodLook(agent)
  await program.pass(5 * 60_000 + 1_000)
  await expect(agent.getByText('当前没有等候的纳税人')).toBeVisible()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await expect(taxpayer.getByText('离开时间过长，已退出排队，继续由智能应答为您服务')).toBeVisible()
  await expectGoodLook(taxpayer)
})
