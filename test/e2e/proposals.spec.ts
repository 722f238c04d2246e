// Appointments from both sides, on a clock that is turned: an agent invites who booked, and proposes to who did not.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { checkedAt } from '@zhengna/contract/domain/appointment.ts'
import { attachmentFiles } from '../support/attachment-files.ts'
import { beginOf } from './support/appointments.ts'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, input, openCentre, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'
import { turnWindow } from './support/turned-clock.ts'

const A_MINUTE_MS = 60_000
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 720 } }
let program: Program
let taxpayer: Page
let agent: Page
let consoleUrl: string
/** The server's, at the last turn. */
let time: number

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  program = await startProgram({ hasDoor: true })
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  consoleUrl = await program.openHost('console')
  agent = await openWindow(browser, consoleUrl)
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  time = await program.pass(0)
})
test.afterAll(async () => {
  await program.close()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const goTo = (name: string) => agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
const record = (page: Page) => page.getByRole('article')
const slots = (page: Page) => page.getByRole('group', { name: '选择时间段' }).getByRole('button', { name: /余/ })
const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).first()

/** The server was at work until then. */
async function turnTo(moment: number): Promise<void> {
  time = await program.pass(moment - time)
  for (const page of [taxpayer, agent]) await turnWindow(page, time)
}
/** The talk behind it may have a card to submit, too. */
const submit = (form: string) => taxpayer.getByRole('form', { name: form }).getByRole('button', { name: '提交' }).click()
async function book(matter: string): Promise<void> {
  await press(taxpayer, '预约')
  await taxpayer.getByRole('radio', { name: '线上互动' }).check()
  // What is proposed begins with the first.
  await slots(taxpayer).last().click()
  await taxpayer.getByLabel('预约事项说明').fill(matter)
  await submit('预约互动')
  await press(taxpayer, '确认')
  await taxpayer.getByRole('dialog', { name: '预约提示' }).getByRole('button', { name: '前往个人中心查看' }).click()
  await expect(record(taxpayer).getByText('待互动')).toBeVisible()
}
/** Of the day it is. */
async function openInCalendar(matter: string): Promise<void> {
  await goTo('工作台')
  await goTo('预约')
  const today = agent.getByRole('button', { name: '今天' })
  if (await today.isEnabled()) await today.click()
  await agent.getByText(matter).first().click()
}
/** Fills in the form that is open and looks at it at both sizes. */
async function propose(matter: string, { isLooked = false } = {}): Promise<void> {
  const dialog = agent.getByRole('dialog', { name: '发起预约' })
  await dialog.getByRole('radio', { name: '线上互动' }).check()
  await slots(agent).first().click()
  await dialog.getByLabel('预约事项说明').fill(matter)
  if (isLooked)
    for (const size of [sizes.narrow, sizes.wide]) {
      await agent.setViewportSize(size)
      await expectGoodLook(agent)
    }
  await dialog.getByRole('button', { name: '提交' }).click()
  await expect(dialog).toBeHidden()
}
async function openProposal(matter: string): Promise<void> {
  await openCentre(taxpayer)
  await taxpayer
    .getByRole('navigation', { name: '个人中心栏目' })
    .getByRole('button', { name: /我的预约/ })
    .click()
  await press(taxpayer, '税局邀请')
  await taxpayer
    .getByRole('row', { name: new RegExp(matter) })
    .getByRole('button', { name: /查看详情/ })
    .click()
  await expect(record(taxpayer).getByText('待确认')).toBeVisible()
}

test('who booked is invited when the time has come, comes, and it is done with the talk', async () => {
  await book('了解汇算清缴的调整事项')
  await turnTo((await beginOf(record(taxpayer))) + A_MINUTE_MS)
  await openInCalendar('了解汇算清缴的调整事项')
  await press(agent, '发起互动')
  await expect(agent.getByRole('button', { name: '再次邀请' })).toBeVisible()
  await press(taxpayer, '接受互动邀请')
  await expect(record(taxpayer).getByText('已履约')).toBeVisible()
  await expect(record(taxpayer).getByText('互动中').first()).toBeVisible()
  await expect(toast(agent, '已接受互动邀请，请到工作台交流')).toBeVisible()
  await expect(record(agent).getByText('互动中').first()).toBeVisible()
  await press(taxpayer, '返回会话')
  await say(taxpayer, '汇算清缴的业务招待费怎样调整')
})

test('at the talk an agent proposes a further time, and makes a 工单 of it', async () => {
  await goTo('工作台')
  await agent.getByRole('button', { name: /汇算清缴的业务招待费/ }).click()
  await expect(stream(agent).getByText('汇算清缴的业务招待费怎样调整')).toBeVisible()
  await expectGoodLook(agent)
  await press(agent, '发起预约')
  await propose('带上业务招待费的凭证再核对一次', { isLooked: true })
  await expect(toast(agent, '已向纳税人发出预约')).toBeVisible()

  await press(agent, '创建工单')
  const order = agent.getByRole('dialog', { name: '创建工单' })
  await expect(order.getByLabel('工单标题')).toHaveValue('汇算清缴的业务招待费怎样调整')
  await order.getByRole('button', { name: '创建', exact: true }).click()
  await expect(order.getByText('请填写办理要求。')).toBeVisible()
  await order.getByLabel('办理要求').fill('请核对其业务招待费的扣除限额')
  for (const size of [sizes.narrow, sizes.wide]) {
    await agent.setViewportSize(size)
    await expectGoodLook(agent)
  }
  await order.getByRole('button', { name: '创建', exact: true }).click()
  await expect(toast(agent, /已创建工单 GD\d+/)).toBeVisible()

  await input(agent).fill('好的，再约时间核对。')
  await press(agent, '发送')
  await press(agent, '结束会话')
  await confirm(agent).click()
  await openInCalendar('了解汇算清缴的调整事项')
  await expect(record(agent).getByText('已办结').first()).toBeVisible()
})

test('what was proposed is accepted, and the agent hears of it', async () => {
  await openProposal('带上业务招待费的凭证再核对一次')
  await expectGoodLook(taxpayer)
  await press(taxpayer, '接受预约')
  await expect(record(taxpayer).getByText('待互动')).toBeVisible()
  await expect(toast(agent, '接受了预约')).toBeVisible()
  await press(taxpayer, '返回会话')
})

test('who does not come when invited has missed it', async () => {
  await book('咨询留抵退税的进度')
  const begins = await beginOf(record(taxpayer))
  await turnTo(begins + A_MINUTE_MS)
  await openInCalendar('咨询留抵退税的进度')
  await press(agent, '发起互动')
  await expect(taxpayer.getByRole('button', { name: '接受互动邀请' })).toBeVisible()
  await expectGoodLook(taxpayer)
  await turnTo(checkedAt(begins) + A_MINUTE_MS)
  await expect(record(taxpayer).getByText('纳税人失约')).toBeVisible()
  await expect(record(agent).getByText('纳税人失约')).toBeVisible()
  await expect(toast(agent, '记为“纳税人失约”')).toBeVisible()
  await expectGoodLook(agent)
  await press(taxpayer, '返回会话')
})

test('proposed at a 留言 it is rejected with a reason; an answer that was begun outlives the program, and goes with its file', async ({
  browser,
}) => {
  await press(taxpayer, '留言')
  await taxpayer.getByLabel('留言类型').selectOption('办税咨询')
  await taxpayer.getByLabel('留言内容').fill('跨区域迁移时发票额度怎样处理')
  await taxpayer.getByRole('radio', { name: '否', exact: true }).check()
  await submit('在线留言')
  await taxpayer.getByRole('dialog', { name: '提交成功' }).getByRole('button', { name: '完成' }).click()

  await goTo('留言')
  await agent.getByText('跨区域迁移时发票额度').click()
  await press(agent, '发起预约')
  await propose('当面核对迁移前的发票')
  await openProposal('当面核对迁移前的发票')
  await press(taxpayer, '拒绝预约')
  await taxpayer.getByLabel('拒绝原因').fill('当天在外地')
  await taxpayer.getByRole('dialog', { name: '拒绝预约' }).getByRole('button', { name: '确定' }).click()
  await expect(record(taxpayer).getByText('已拒绝')).toBeVisible()
  await expect(toast(agent, '拒绝了预约')).toBeVisible()
  await press(taxpayer, '返回会话')

  await agent.getByLabel('回复内容').fill('请按附件的步骤办理。')
  // Read back after a reload it is in the program's keeping, and not only in the window's.
  await agent.reload()
  await expectBegun('请按附件的步骤办理。')
  agent = await restarted(browser)
  await expectBegun('请按附件的步骤办理。')
  await press(agent, '附件材料')
  const [chooser] = await Promise.all([agent.waitForEvent('filechooser'), press(agent, '选择文件')])
  await chooser.setFiles({ name: '迁移步骤.png', mimeType: 'image/png', buffer: Buffer.from(attachmentFiles.png) })
  await expect(agent.getByText('待上传', { exact: true })).toBeVisible()
  for (const size of [sizes.narrow, sizes.wide]) {
    await agent.setViewportSize(size)
    await expectGoodLook(agent)
  }
  await press(agent, '发送回复')
  await press(agent, '上传后提交')
  await expect(record(agent).getByText('迁移步骤.png', { exact: true })).toBeVisible()
  await expect(agent.getByLabel('备注内容')).toHaveValue('')
  await expectGoodLook(agent)
})

async function expectBegun(reply: string): Promise<void> {
  await goTo('留言')
  await agent.getByText('跨区域迁移时发票额度').click()
  await expect(agent.getByLabel('回复内容')).toHaveValue(reply)
}
/** The console's program is ended as a crash would, and started again. */
async function restarted(browser: Browser): Promise<Page> {
  await program.killHost('console')
  await agent.context().close()
  consoleUrl = await program.openHost('console')
  const page = await openWindow(browser, consoleUrl)
  await turnWindow(page, time)
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
  return page
}

test('proposed at a 工单 and never answered, it lapses', async () => {
  await goTo('工单')
  await agent.getByText('汇算清缴的业务招待费怎样调整').click()
  await press(agent, '领取')
  await expectGoodLook(agent)
  await press(agent, '发起预约')
  await propose('核对扣除限额的计算')
  await openProposal('核对扣除限额的计算')
  await turnTo((await beginOf(record(taxpayer))) + A_MINUTE_MS)
  await expect(record(taxpayer).getByText('预约失败', { exact: true })).toBeVisible()
  await expect(toast(agent, '没有在开始前答复，预约失败')).toBeVisible()
  await openInCalendar('核对扣除限额的计算')
  await expect(record(agent).getByText('预约失败', { exact: true })).toBeVisible()
  await expectGoodLook(agent)
})
