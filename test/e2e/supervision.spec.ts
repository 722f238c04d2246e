// 监控 from both sides: what happens at the office is on the supervisor's wall as it happens.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page
let agent: Page
let supervisor: Page

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
  supervisor = await openWindow(browser, await program.openHost('console', 'supervisor'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await signIn(supervisor, 'bz001')
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
const tile = (name: string) => supervisor.getByRole('group', { name, exact: true })

test('an office where nothing happened yet says so', async () => {
  await expect(tile('排队人数')).toContainText('0')
  await expect(tile('15 秒接通率')).toContainText('—')
  await looksGood(supervisor)
})

test('who asks for a person, and who is served, is on the wall at once', async () => {
  await say(taxpayer, '发票开错了怎样红冲')
  await say(taxpayer, '转人工')
  await expect(tile('排队人数')).toContainText('1')
  await expect(tile('人工诉求')).toContainText('1')
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  await expect(supervisor.getByRole('table', { name: '坐席' }).getByRole('row').filter({ hasText: '1001 号' })).toContainText('示闲')
  await agent.getByRole('button', { name: /^呼叫/ }).first().click()
  await expect(tile('正在服务')).toContainText('1')
  await expect(tile('放弃率')).toContainText('0%')
  await looksGood(supervisor)
})

test('how a yardstick is counted is told beside it', async () => {
  await supervisor.getByRole('button', { name: '15 秒接通率的口径' }).click()
  await expect(supervisor.getByText('15 秒内接通坐席的次数')).toBeVisible()
})

const section = (name: string) => supervisor.getByRole('navigation', { name: '监控内容' }).getByRole('link', { name })

test('a supervisor watches a talk as it goes on, and whispers what the taxpayer never sees', async () => {
  await section('会话监控').click()
  const row = supervisor.getByRole('row').filter({ hasText: '演示商贸有限公司' })
  await expect(row).toContainText('1001 号')
  await looksGood(supervisor)
  await row.getByRole('button', { name: '查看演示商贸有限公司的会话' }).click()
  const dialog = supervisor.getByRole('dialog', { name: /演示商贸有限公司/ })
  await expect(dialog).toContainText('发票开错了怎样红冲')
  await say(taxpayer, '我这边急着用')
  await expect(dialog).toContainText('我这边急着用')
  await dialog.getByRole('textbox', { name: /耳语/ }).fill('先稳住情绪再核对代码')
  await dialog.getByRole('button', { name: '耳语' }).click()
  const note = agent.getByRole('log', { name: '班长耳语' })
  await expect(note).toContainText('先稳住情绪再核对代码')
  await looksGood(supervisor)
  await looksGood(agent)
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(taxpayer.getByText('稳住情绪')).toHaveCount(0)
})

test('a supervisor ends a talk with a reason that the agent reads', async () => {
  await supervisor.getByRole('button', { name: '结束演示商贸有限公司的会话' }).click()
  const dialog = supervisor.getByRole('dialog', { name: '结束演示商贸有限公司的会话' })
  await dialog.getByRole('button', { name: '结束' }).click()
  await expect(supervisor.getByText('请填写结束的原因。')).toBeVisible()
  await dialog.getByRole('textbox').fill('已约到办税服务厅')
  await looksGood(supervisor)
  await dialog.getByRole('button', { name: '结束' }).click()
  await expect(supervisor.getByText('没有正在服务的会话')).toBeVisible()
  await expect(agent.getByRole('log', { name: '班长耳语' })).toContainText('已约到办税服务厅')
  await expect(taxpayer.getByRole('button', { name: '已解决', exact: true })).toBeVisible()
})

test('a supervisor takes a talk over: they serve at the workbench, agent and taxpayer are told', async () => {
  await say(taxpayer, '转人工')
  await agent.getByRole('button', { name: /^呼叫/ }).first().click()
  await supervisor.getByRole('button', { name: '接管演示商贸有限公司的会话' }).click()
  await supervisor.getByRole('dialog', { name: '接管演示商贸有限公司的会话' }).getByRole('button', { name: '确定' }).click()
  await expect(supervisor.getByText(/1000 号/).first()).toBeVisible()
  await say(supervisor, '我是班长，由我为您办理')
  await expect(stream(taxpayer).getByText('我是班长，由我为您办理')).toBeVisible()
  await looksGood(supervisor)
  await expect(agent.getByText(/坐席 1000 号/).first()).toBeVisible()
  await say(taxpayer, '好的，谢谢')
  await expect(stream(supervisor).getByText('好的，谢谢')).toBeVisible()
  await supervisor.getByRole('button', { name: '结束会话' }).click()
  await confirm(supervisor).click()
  await expect(taxpayer.getByRole('button', { name: '已解决', exact: true }).last()).toBeVisible()
})
