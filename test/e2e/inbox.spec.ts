// 留言 and 预约 from the office's side: the inbox, an answer that reaches the taxpayer, and the calendar. 短信 go to the outbox.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, signIn } from './support/people.ts'
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

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const page = (name: string) => agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name })

test('a 留言 is taken in hand and answered, and the answer reaches its author', async () => {
  await press(taxpayer, '留言')
  await taxpayer.getByLabel('留言类型').selectOption('办税咨询')
  await taxpayer.getByLabel('留言内容').fill('公司地址迁到外区，清税之前发票怎么处理')
  await taxpayer.getByRole('radio', { name: '是', exact: true }).check()
  await taxpayer.getByLabel('结果接收方式').selectOption('短信')
  await press(taxpayer, '提交')
  await taxpayer.getByRole('dialog', { name: '提交成功' }).getByRole('button', { name: '前往个人中心查看' }).click()

  await page('留言').click()
  await expectGoodLook(agent)
  await agent.getByText('公司地址迁到外区').click()
  await press(agent, '接手')
  await expect(agent.getByRole('article').getByText('处理中')).toBeVisible()
  await expectGoodLook(agent)
  await agent.getByLabel('回复内容').fill('请先将未使用的发票额度归零，再办理迁移。')
  await press(agent, '发送回复')
  await expect(agent.getByRole('article').getByText('已回复').first()).toBeVisible()

  await expect(taxpayer.getByText('请先将未使用的发票额度归零')).toBeVisible()
})

test('one that others must act on becomes a 工单, and its author sees whose desk it is on', async () => {
  await press(taxpayer, '返回会话')
  await press(taxpayer, '留言')
  await taxpayer.getByLabel('留言类型').selectOption('其他')
  await taxpayer.getByLabel('留言内容').fill('多缴的印花税申请退还，材料已备齐')
  await taxpayer.getByRole('radio', { name: '否', exact: true }).check()
  await press(taxpayer, '提交')
  await taxpayer.getByRole('dialog', { name: '提交成功' }).getByRole('button', { name: '前往个人中心查看' }).click()

  await press(agent, '刷新')
  await agent.getByText('多缴的印花税申请退还').click()
  await press(agent, '转工单')
  await agent.getByLabel('办理要求（仅内部可见）').fill('请核实后办理退税')
  await expectGoodLook(agent)
  await press(agent, '确定')
  await expect(agent.getByRole('article').getByText('已转工单')).toBeVisible()
  await press(taxpayer, '返回列表')
  await taxpayer
    .getByRole('row', { name: /印花税/ })
    .getByRole('button', { name: /查看详情/ })
    .click()
  await expect(taxpayer.getByText(/^GD\d+/)).toBeVisible()
})

test('what is booked is in the calendar of its day, and can be invited only when its time comes', async () => {
  await press(taxpayer, '返回会话')
  await press(taxpayer, '预约')
  await taxpayer.getByRole('radio', { name: '线上互动' }).check()
  const slot = taxpayer.getByRole('group', { name: '选择时间段' }).getByRole('button', { name: /余/ }).last()
  await slot.click()
  await taxpayer.getByLabel('预约事项说明').fill('了解汇算清缴的调整事项')
  await press(taxpayer, '提交')
  await press(taxpayer, '确认')
  const told = taxpayer.getByRole('dialog', { name: '预约提示' })
  await expect(told).toContainText('预约成功')
  const [, month, dayOfMonth] = /\d{4}-(\d\d)-(\d\d)/.exec(await told.innerText()) ?? []

  await page('预约').click()
  const days = agent.getByRole('group', { name: '选择日期' }).getByRole('button')
  await expect(days).toHaveCount(7)
  const booked = days.filter({ hasText: `${Number(month)}月${Number(dayOfMonth)}日` })
  // The last of the bookable days may be in one of the weeks after this.
  await expect(async () => {
    if ((await booked.count()) === 0) await press(agent, '后一周')
    await expect(booked).toHaveCount(1, { timeout: 1000 })
  }).toPass()
  await expect(booked).toContainText('1 个预约')
  await booked.click()
  await expectGoodLook(agent)
  await agent.getByText('了解汇算清缴的调整事项').click()
  await expect(agent.getByRole('button', { name: '发起互动' })).toBeDisabled()
  await expectGoodLook(agent)
})

test('texts wait in the outbox where no gateway is configured, and are marked once they were sent by hand', async ({ browser }) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(admin, 'admin001')
  await admin.getByRole('link', { name: '短信发件箱' }).click()
  await expect(admin.getByRole('note')).toContainText('未配置短信网关')
  await expect(admin.getByText('13800000001')).toBeVisible()
  await expectGoodLook(admin)
  await admin.getByRole('button', { name: /标记为已发送/ }).click()
  await confirm(admin).click()
  await expect(admin.getByRole('cell', { name: /已发送/ })).toBeVisible()
  await admin.context().close()
})
