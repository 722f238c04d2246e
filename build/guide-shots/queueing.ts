// Other ways than waiting, and being called when it is one's turn.
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
