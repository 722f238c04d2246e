// 转接 at the windows: two agents and a taxpayer, every way a transfer comes to its end.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 720 } }
/** Looking at a window takes a slow machine longer than an agent would. */
const acceptSeconds = 120

let program: Program
let taxpayer: Page
let sender: Page
let colleague: Page

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram({ hasDoor: true })
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  sender = await openWindow(browser, await program.openHost('console', 'sender'))
  colleague = await openWindow(browser, await program.openHost('console', 'colleague'))
  await signIn(taxpayer, 'nsr001')
  await signIn(sender, 'zx001')
  await signIn(colleague, 'zx002')
})
test.afterAll(async () => {
  await program.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const dialog = () => sender.getByRole('dialog', { name: '转接会话' })
const bar = (page = colleague) => page.getByRole('region', { name: '转接请求' })
const standing = () => sender.getByRole('region', { name: '转接情况' })
const endButton = () => taxpayer.getByRole('button', { name: '结束会话', exact: true })
const served = (number: string) => expect(taxpayer.getByText(`正在为您服务：坐席 ${number} 号`)).toBeVisible()
async function looksGood(page: Page): Promise<void> {
  for (const size of [sizes.narrow, sizes.wide]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
async function ask(note: string, group?: string): Promise<void> {
  await press(sender, '转接')
  if (group) await dialog().getByText('技能组', { exact: true }).click()
  await dialog()
    .getByRole('radio', { name: group ? new RegExp(group) : /1002 号/ })
    .check()
  await dialog().getByLabel('转接说明').fill(note)
  await dialog().getByRole('button', { name: '转接', exact: true }).click()
  await expect(dialog()).toBeHidden()
}

test('a colleague who rests is shown and cannot be asked; nothing goes without a note', async ({ browser }) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(admin, 'admin001')
  await admin.getByLabel('接待等待时长', { exact: true }).fill(String(acceptSeconds))
  await press(admin, '保存接待等待时长')
  await expect(admin.getByText('“接待等待时长”已保存。')).toBeVisible()
  await admin.context().close()

  await press(sender, '示闲')
  await say(taxpayer, '发票开错了怎样红冲')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await press(sender, '呼叫')
  await served('1001')
  await press(sender, '转接')
  await expect(dialog().getByRole('radio', { name: /1002 号/ })).toBeDisabled()
  await looksGood(sender)
  await dialog().getByRole('button', { name: '取消', exact: true }).click()
  await press(colleague, '示闲')
  await press(sender, '转接')
  await dialog()
    .getByRole('radio', { name: /1002 号/ })
    .check()
  await dialog().getByRole('button', { name: '转接', exact: true }).click()
  await expect(dialog().getByRole('alert')).toHaveText('请填写转接说明。')
  await looksGood(sender)
  await dialog().getByRole('button', { name: '取消', exact: true }).click()
})

test('asked on whatever page they are, a colleague declines with a reason; the sender reads it, the taxpayer does not', async () => {
  await colleague.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '留言' }).click()
  await ask('已核对开票信息，需要红字信息表')
  await expect(standing()).toContainText('正在转接给 1002 号坐席，等待对方接受')
  await looksGood(sender)
  await expect(bar()).toContainText('演示商贸有限公司')
  await expect(bar()).toContainText('发票开错了怎样红冲')
  await expect(bar()).toContainText('转接说明：已核对开票信息，需要红字信息表')
  await looksGood(colleague)
  await expect(endButton()).toBeDisabled()
  await expect(endButton()).toHaveAccessibleDescription('正在为您转接其他坐席，完成前不能结束会话')
  await looksGood(taxpayer)
  await bar().getByRole('button', { name: '拒绝', exact: true }).click()
  const why = colleague.getByRole('dialog', { name: '拒绝转接' })
  await why.getByLabel('原因').fill('不熟悉红冲')
  await looksGood(colleague)
  await why.getByRole('button', { name: '拒绝转接', exact: true }).click()
  await expect(bar()).toBeHidden()
  await expect(standing()).toContainText('1002 号坐席没有接受转接，会话仍由您接待。')
  await expect(standing()).toContainText('原因：不熟悉红冲')
  await looksGood(sender)
  await expect(stream(taxpayer).getByText('转接未完成，仍由坐席 1001 号为您服务')).toBeVisible()
  await expect(endButton()).toBeEnabled()
  for (const secret of ['不熟悉红冲', '需要红字信息表']) await expect(taxpayer.getByText(secret)).toHaveCount(0)
  await standing().getByRole('button', { name: '知道了' }).click()
  await expect(standing()).toBeHidden()
})

test('the sender takes it back', async () => {
  await ask('请接')
  await expect(bar()).toBeVisible()
  await standing().getByRole('button', { name: '取消转接' }).click()
  await expect(bar()).toBeHidden()
  await expect(standing()).toBeHidden()
  await expect(endButton()).toBeEnabled()
})

test('that nobody answers in time comes back, and the sender reads why', async () => {
  await ask('请接')
  await expect(bar()).toBeVisible()
  await program.pass((acceptSeconds + 1) * 1_000)
  await expect(bar()).toBeHidden()
  await expect(standing()).toContainText('1002 号坐席未在规定时间内接受转接，会话仍由您接待。')
  await expect(endButton()).toBeEnabled()
  await served('1001')
})

test('to a skill group: whoever is free there takes it, with all that was said; it leaves the sender’s list', async () => {
  await say(sender, '您好，马上为您转接')
  await ask('需要红字信息表', '综合服务')
  await expect(standing()).toContainText('正在转接给综合服务，等待 1002 号坐席接受')
  await bar().getByRole('button', { name: '接受', exact: true }).click()
  await served('1002')
  await expect(stream(taxpayer).getByText('已转接，坐席 1002 号 为您服务')).toBeVisible()
  await expect(stream(colleague).getByText('您好，马上为您转接')).toBeVisible()
  await expect(stream(colleague).getByText('由坐席 1001 号转接给坐席 1002 号')).toBeVisible()
  await expect(sender.getByText('会话已由坐席 1002 号接待，已从您的列表移出。')).toBeVisible()
  await expect(sender.getByText('演示商贸有限公司')).toHaveCount(0)
  await expect(sender.getByRole('button', { name: '结束会话' })).toHaveCount(0)
  await looksGood(sender)
  await looksGood(colleague)
  await looksGood(taxpayer)
  await say(taxpayer, '谢谢，请继续')
  await expect(stream(colleague).getByText('谢谢，请继续')).toBeVisible()
  await say(colleague, '请先填写红字信息表')
  await expect(stream(taxpayer).getByText('请先填写红字信息表')).toBeVisible()
})

test('the taxpayer closes the window meanwhile: it is over, and nobody is asked any more', async () => {
  // Back to the first: who asks now is the colleague.
  await press(colleague, '转接')
  const asking = colleague.getByRole('dialog', { name: '转接会话' })
  await asking.getByRole('radio', { name: /1001 号/ }).check()
  await asking.getByLabel('转接说明').fill('请接回')
  await asking.getByRole('button', { name: '转接', exact: true }).click()
  await expect(bar(sender)).toBeVisible()
  await taxpayer.getByRole('banner').getByRole('button', { name: '关闭', exact: true }).click()
  await expect(taxpayer.getByRole('dialog')).toContainText('关闭后将取消转接并结束本次会话')
  await looksGood(taxpayer)
  await confirm(taxpayer).click()
  await expect(bar(sender)).toBeHidden()
  await expect(stream(colleague).getByText(/由纳税人结束/)).toBeVisible()
  await looksGood(colleague)
})
