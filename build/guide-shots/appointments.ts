// An appointment from both sides: invited when its time has come, and proposed at a talk.
import type { Page } from '@playwright/test'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import { turnWindow } from '../../test/e2e/support/turned-clock.ts'
import { shoot } from './camera.ts'
import { expect, type Scene } from './scene.ts'

const A_MINUTE_MS = 60_000
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

export const proposing: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-proposing'))
  await signIn(taxpayer, 'nsr001')
  const agent = await openWindow(browser, await program.openHost('console', 'zx001-proposing'))
  await signIn(agent, 'zx001')

  const begins = await book(taxpayer)
  const now = await program.pass(begins + A_MINUTE_MS - (await program.pass(0)))
  for (const page of [taxpayer, agent]) await turnWindow(page, now)
  await agent.getByRole('link', { name: '预约' }).click()
  const today = agent.getByRole('button', { name: '今天' })
  if (await today.isEnabled()) await today.click()
  await agent.getByText('了解汇算清缴的调整事项').first().click()
  await expect(agent.getByRole('button', { name: '发起互动' })).toBeEnabled()
  await shoot(agent, 'console-appointment')
  await press(agent, '发起互动')
  await press(taxpayer, '接受互动邀请')
  await press(taxpayer, '返回会话')
  await say(taxpayer, '业务招待费超过限额的部分怎样调整')

  await agent.getByRole('link', { name: '工作台' }).click()
  await agent.getByRole('button', { name: /业务招待费超过限额/ }).click()
  await expect(stream(agent).getByText('业务招待费超过限额')).toBeVisible()
  await press(agent, '发起预约')
  const proposal = agent.getByRole('dialog', { name: '发起预约' })
  await proposal.getByRole('radio', { name: '线上互动' }).check()
  await agent.getByRole('group', { name: '选择时间段' }).getByRole('button', { name: /余/ }).first().click()
  await proposal.getByLabel('预约事项说明').fill('请准备业务招待费的凭证，届时一同核对')
  await shoot(agent, 'console-proposal')
  await proposal.getByRole('button', { name: '提交' }).click()
  await expect(proposal).toBeHidden()
  await press(agent, '创建工单')
  const order = agent.getByRole('dialog', { name: '创建工单' })
  await order.getByLabel('办理要求').fill('请核对其业务招待费的扣除限额，并答复纳税人')
  await shoot(agent, 'console-work-order')
}

/** When it begins. */
async function book(taxpayer: Page): Promise<number> {
  await press(taxpayer, '预约')
  await taxpayer.getByRole('radio', { name: '线上互动' }).check()
  await taxpayer.getByRole('group', { name: '选择时间段' }).getByRole('button', { name: /余/ }).first().click()
  await taxpayer.getByLabel('预约事项说明').fill('了解汇算清缴的调整事项')
  await press(taxpayer, '提交')
  await press(taxpayer, '确认')
  await taxpayer.getByRole('button', { name: '前往个人中心查看' }).click()
  const record = taxpayer.getByRole('article')
  await expect(record.getByText('待互动')).toBeVisible()
  const [, day = '', at = ''] = /(\d{4}-\d\d-\d\d) 星期. (\d\d:\d\d)–/.exec(await record.innerText()) ?? []
  return momentOf(day, at)
}
