// The queue is never a dead end: waiting on, being called, an appointment, a 留言. None of them costs the place before it has happened.
import { expect, test, type Page } from '@playwright/test'
import { beginOf } from './support/appointments.ts'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openCentre, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'
import { turnWindow } from './support/turned-clock.ts'

let program: Program
let taxpayer: Page
let agent: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram({ hasDoor: true })
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
})
test.afterAll(async () => {
  await program.close()
})

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 420, height: 720 }
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const card = () => taxpayer.getByRole('region', { name: '正在排队' })
const onCard = (name: string) => card().getByRole('button', { name, exact: true }).click()
const ways = () => taxpayer.getByRole('dialog', { name: '换个方式' })
const call = () => taxpayer.getByRole('dialog', { name: '轮到您了' })
const askForPerson = () => taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()

test('the card says where one stands and what else could be done, and waiting on is one of it', async () => {
  await say(taxpayer, '公司要注销，发票和税控设备怎么处理')
  await expect(stream(taxpayer).getByText('公司要注销').first()).toBeVisible()
  await askForPerson()
  for (const size of [WIDE, NARROW]) {
    await taxpayer.setViewportSize(size)
    await expect(card()).toBeVisible()
    await expectGoodLook(taxpayer)
    await onCard('换个方式')
    await expectGoodLook(taxpayer)
    await ways().getByRole('button', { name: '继续排队' }).click()
    await expect(card()).toContainText('下一位就是您')
  }
  await taxpayer.setViewportSize(WIDE)
})

test('an appointment begun from the queue knows what was asked, and the place is kept until it is booked', async () => {
  await onCard('换个方式')
  await ways().getByRole('button', { name: '预约', exact: true }).click()
  await expect(taxpayer.getByLabel('预约事项说明')).toHaveValue(/公司要注销/)
  await expect(taxpayer.getByRole('checkbox', { name: '预约成功后退出排队' })).toBeChecked()
  await taxpayer.getByRole('radio', { name: '线上互动' }).check()
  await taxpayer.getByRole('group', { name: '选择时间段' }).getByRole('button', { name: /余/ }).last().click()
  await expectGoodLook(taxpayer)
  await press(taxpayer, '提交')
  const asked = taxpayer.getByRole('dialog', { name: '提交信息确认' })
  await expect(asked).toContainText('预约成功后退出排队')
  await expect(card()).toBeVisible()
  await asked.getByRole('button', { name: '确认' }).click()
  await expect(taxpayer.getByRole('dialog', { name: '预约提示' })).toContainText('预约成功')
  await expect(card()).toBeHidden()
  await taxpayer.getByRole('dialog', { name: '预约提示' }).getByRole('button', { name: '完成' }).click()
})

test('a 留言 begun from the queue is filled in, and afterwards one waits on or not', async () => {
  await askForPerson()
  await onCard('留言')
  await expect(taxpayer.getByLabel('留言内容')).toHaveValue(/公司要注销/)
  await taxpayer.getByLabel('留言类型').selectOption('办税咨询')
  await taxpayer.getByRole('radio', { name: '否', exact: true }).check()
  await press(taxpayer, '提交')
  const submitted = taxpayer.getByRole('dialog', { name: '提交成功' })
  await expect(submitted).toContainText('您仍在排队')
  await expectGoodLook(taxpayer)
  await submitted.getByRole('button', { name: '取消排队' }).click()
  await expect(submitted).not.toContainText('您仍在排队')
  await submitted.getByRole('button', { name: '完成' }).click()
  await expect(card()).toBeHidden()
})

test('whoever wants to be called is, may put it off, and is served when they answer', async () => {
  await askForPerson()
  await onCard('换个方式')
  await ways().getByRole('button', { name: '轮到我时叫我' }).click()
  await expect(card()).toContainText('轮到您时会提醒您接入')

  await press(agent, '示闲')
  await expect(agent.getByText('轮到时需叫号')).toBeVisible()
  await press(agent, '叫号')
  await expect(agent.getByText(/号叫号中/)).toBeVisible()
  await expect(call()).toBeVisible()
  await expect(taxpayer).toHaveTitle('轮到您了')
  await expectGoodLook(taxpayer)
  await expectGoodLook(agent)
  await call().getByRole('button', { name: '稍后再叫我' }).click()
  await expect(call()).toBeHidden()
  await expect(stream(taxpayer).getByText('您选择稍后再叫')).toBeVisible()
  await expect(agent.getByText(/过号/)).toBeVisible()
  await expect(agent.getByRole('button', { name: '呼叫' })).toBeDisabled()

  await press(agent, '叫号')
  await expect(call()).toBeVisible()
  await press(agent, '取消叫号')
  await expect(call()).toBeHidden()

  await press(agent, '叫号')
  await call().getByRole('button', { name: '接入' }).click()
  await expect(stream(taxpayer).getByText(/坐席 .* 号 为您服务/)).toBeVisible()
  await expect(call()).toBeHidden()
  await expect(agent.getByRole('button', { name: '结束会话' })).toBeVisible()
})

test('in one’s own booked half hour one chooses to wait for the officer or to queue instead of the appointment', async () => {
  await press(agent, '结束会话')
  await confirm(agent).click()
  await openCentre(taxpayer)
  await press(taxpayer, '我的预约')
  await taxpayer.getByRole('button', { name: /^查看详情/ }).click()
  const appointment = taxpayer.getByRole('region', { name: '个人中心' }).getByRole('article')
  await expect(appointment.getByText('待互动')).toBeVisible()
  const A_MINUTE_MS = 60_000
  const begins = await beginOf(appointment)
  await turnWindow(taxpayer, await program.pass(begins + A_MINUTE_MS - (await program.pass(0))))

  const asked = taxpayer.getByRole('dialog', { name: '预约提示' })
  await press(taxpayer, '返回会话')
  await askForPerson()
  await expect(asked).toContainText('当前存在即将受理的预约互动，请选择继续等待或继续排队。')
  for (const size of [NARROW, WIDE]) {
    await taxpayer.setViewportSize(size)
    await expectGoodLook(taxpayer)
  }
  await asked.getByRole('button', { name: '继续等待' }).click()
  await expect(asked).toBeHidden()
  await expect(card()).toBeHidden()

  await askForPerson()
  await asked.getByRole('button', { name: '继续排队' }).click()
  await expect(card()).toBeVisible()
  await openCentre(taxpayer)
  await press(taxpayer, '我的预约')
  await expect(taxpayer.getByRole('row', { name: /取消预约/ })).toBeVisible()
})
