// Other ways than waiting, being called when it is one's turn, and being offered to an agent.
import { openWindow, say, signIn } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { answered, expect, type Scene } from './scene.ts'

export const queueing: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr002-queueing'))
  await signIn(taxpayer, 'nsr002')
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  const card = taxpayer.getByRole('region', { name: '正在排队' })
  await card.getByRole('button', { name: '换个方式' }).click()
  const ways = taxpayer.getByRole('dialog', { name: '换个方式' })
  await expect(ways).toBeVisible()
  await shoot(taxpayer, 'queue-ways')
  await ways.getByRole('button', { name: '轮到我时叫我' }).click()
  await expect(card).toContainText('轮到您时会提醒您接入')

  const agent = await openWindow(browser, await program.openHost('console', 'zx002-queueing'))
  await signIn(agent, 'zx002')
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('button', { name: '叫号', exact: true }).click()
  await expect(taxpayer.getByRole('dialog', { name: '轮到您了' })).toBeVisible()
  await shoot(taxpayer, 'queue-call')
  await shoot(agent, 'console-calling')
  await taxpayer.getByRole('button', { name: '接入', exact: true }).click()
  await expect(agent.getByRole('button', { name: '结束会话' })).toBeVisible()
  for (const page of [taxpayer, agent]) await page.context().close()
}

export const assigning: Scene = async (browser, program) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin001-assigning'))
  await signIn(admin, 'admin001')
  await admin.getByLabel('接入方式', { exact: true }).selectOption('自动分配')
  await admin.getByRole('button', { name: '保存接入方式' }).click()
  await expect(admin.getByText('“接入方式”已保存。')).toBeVisible()
  const agent = await openWindow(browser, await program.openHost('console', 'zx001-assigning'))
  await signIn(agent, 'zx001')
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '留言' }).click()
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-assigning'))
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '我开错了一张数电票，对方已经做了用途确认，怎么红冲')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await expect(agent.getByRole('region', { name: '新的接待' })).toContainText('怎么红冲')
  await shoot(agent, 'console-offer')
  await agent.getByRole('button', { name: '暂不接待', exact: true }).click()
  const supervisor = await openWindow(browser, await program.openHost('console', 'bz001-assigning'))
  await signIn(supervisor, 'bz001')
  await supervisor.getByRole('button', { name: /排队经过/ }).click()
  const trace = supervisor.getByRole('dialog', { name: '为什么还在等' })
  await expect(trace).toContainText('暂不接待')
  await shoot(supervisor, 'console-trace', { of: trace })
  await supervisor.context().close()
  for (const page of [admin, agent, taxpayer]) await page.context().close()
}
