// 预约 from both sides: booked, moved, proposed by the office, and the week at the console.
import type { Browser, Page } from '@playwright/test'
import { openWindow, signIn } from '../../test/e2e/support/people.ts'
import type { Program } from '../../test/e2e/support/program.ts'
import { shoot } from './camera.ts'
import { press } from './leaving-messages.ts'
import { officeRecords } from './office-records.ts'
import { expect, narrowSize, type Scene } from './scene.ts'

const record = (page: Page) => page.getByRole('article')

export const booking: Scene = async (browser, program) => {
  const records = officeRecords(program.serverUrl())
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-booking'))
  await signIn(taxpayer, 'nsr001')
  await press(taxpayer, '预约')
  const form = taxpayer.getByRole('form', { name: '预约互动' })
  await form.getByRole('radio', { name: '线上互动' }).check()
  // A later day, so that the whole of it is free at whatever hour the pictures are taken.
  await form.getByRole('group', { name: '选择日期' }).getByRole('button').nth(1).click()
  await form.getByRole('group', { name: '选择时间段' }).getByRole('button').nth(3).click()
  await form.getByLabel('预约事项说明').fill('企业所得税汇算清缴，想了解研发费用加计扣除的填报方法')
  await shoot(taxpayer, 'appointment-form')
  await press(taxpayer, '提交')
  const asked = taxpayer.getByRole('dialog', { name: '提交信息确认' })
  await expect(asked).toBeVisible()
  await shoot(taxpayer, 'appointment-confirm', { of: asked })
  await press(taxpayer, '确认')
  const booked = taxpayer.getByRole('dialog', { name: '预约提示' })
  await expect(booked).toBeVisible()
  await shoot(taxpayer, 'appointment-booked', { of: booked })
  await booked.getByRole('button', { name: '前往个人中心查看' }).click()
  await expect(record(taxpayer).getByText('待互动')).toBeVisible()
  await shoot(taxpayer, 'appointment-detail')
  await press(taxpayer, '改约')
  const moving = taxpayer.getByRole('dialog', { name: '改约' })
  await moving.getByRole('group', { name: '选择日期' }).getByRole('button').nth(2).click()
  await moving.getByRole('group', { name: '选择时间段' }).getByRole('button').nth(5).click()
  await shoot(taxpayer, 'appointment-reschedule', { of: moving })
  await moving.getByRole('button', { name: '取消', exact: true }).click()

  await records.propose('nsr001', [3, 4], '就贵公司近三个月开票与申报数据的差异，请线上说明情况')
  await press(taxpayer, '返回列表')
  await press(taxpayer, '税局邀请')
  await taxpayer.getByRole('button', { name: /查看详情/ }).click()
  await expect(taxpayer.getByRole('button', { name: '接受预约' })).toBeVisible()
  await shoot(taxpayer, 'appointment-invited')
  await press(taxpayer, '拒绝预约')
  const declining = taxpayer.getByRole('dialog', { name: '拒绝预约' })
  await declining.getByLabel('拒绝原因').fill('当天财务人员外出，请改约下周二上午')
  await shoot(taxpayer, 'appointment-decline', { of: declining })
  await taxpayer.context().close()

  await records.book('nsr002', [1, 3], { way: 'phone', matter: '二手房出售的个人所得税怎样申报' })
  await records.book('nsr002', [1, 6], { way: 'online', matter: '个人养老金的税前扣除' })
  await atTheConsole(browser, program)

  const small = await openWindow(browser, await program.openHost('taxpayer', 'nsr002-booking'), narrowSize)
  await signIn(small, 'nsr002')
  await press(small, '预约')
  await small.getByRole('group', { name: '选择日期' }).getByRole('button').nth(1).click()
  await small.getByRole('group', { name: '选择时间段' }).getByRole('button').nth(2).click()
  await shoot(small, 'narrow-appointment')
  await small.context().close()
}

async function atTheConsole(browser: Browser, program: Program): Promise<void> {
  const agent = await openWindow(browser, await program.openHost('console', 'zx001-booking'))
  await signIn(agent, 'zx001')
  await agent.getByRole('link', { name: '预约' }).click()
  const booked = agent.getByRole('group', { name: '选择日期' }).getByRole('button', { name: /[1-9] 个预约/ })
  await expect(async () => {
    if ((await booked.count()) === 0) await press(agent, '后一周')
    await booked.first().click({ timeout: 2000 })
  }).toPass()
  await agent.getByText('企业所得税汇算清缴').first().click()
  await expect(record(agent).getByText('待互动')).toBeVisible()
  await shoot(agent, 'desk-appointments')
  await agent.setViewportSize(narrowSize)
  await press(agent, '返回日历')
  await shoot(agent, 'narrow-desk-appointments')
  await agent.context().close()
}
