// 监控: the live wall, and a talk that is watched while it goes on.
import { openWindow, say, signIn } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { answered, expect, type Scene } from './scene.ts'

export const supervising: Scene = async (browser, program) => {
  const served = await openWindow(browser, await program.openHost('taxpayer', 'nsr001'))
  const waiting = await openWindow(browser, await program.openHost('taxpayer', 'nsr002'))
  const agent = await openWindow(browser, await program.openHost('console', 'zx001'))
  const supervisor = await openWindow(browser, await program.openHost('console', 'bz001'))
  await signIn(served, 'nsr001')
  await signIn(waiting, 'nsr002')
  await signIn(agent, 'zx001')
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await say(served, '我们公司二十几个人，残保金要交吗')
  await answered(served, '财政部公告2023年第8号')
  await served.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await say(agent, '您好，正在为您核对，请稍等。')
  await waiting.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await signIn(supervisor, 'bz001')
  await expect(supervisor.getByRole('group', { name: '排队人数', exact: true })).toContainText('1')
  await expect(supervisor.getByRole('group', { name: '正在服务', exact: true })).toContainText('1')
  await shoot(supervisor, 'console-wall')
  await supervisor.getByRole('navigation', { name: '监控内容' }).getByRole('link', { name: '会话监控' }).click()
  await supervisor.getByRole('button', { name: '查看演示商贸有限公司的会话' }).click()
  const dialog = supervisor.getByRole('dialog', { name: /演示商贸有限公司/ })
  await expect(dialog).toContainText('正在为您核对')
  await dialog.getByRole('textbox', { name: /耳语/ }).fill('请一并说明申报期限')
  await shoot(supervisor, 'console-watch')
  for (const page of [served, waiting, agent, supervisor]) await page.context().close()
}
