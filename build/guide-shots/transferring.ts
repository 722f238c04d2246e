// What a taxpayer sees while they are handed on (转接), or whoever serves them is gone.
import { openWindow, say, signIn } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { answered, expect, type Scene } from './scene.ts'

export const transferring: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001'))
  const sender = await openWindow(browser, await program.openHost('console', 'zx001'))
  const colleague = await openWindow(browser, await program.openHost('console', 'zx002'))
  await signIn(taxpayer, 'nsr001')
  await signIn(sender, 'zx001')
  await signIn(colleague, 'zx002')
  for (const agent of [sender, colleague]) await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await sender.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await say(sender, '您好，这就为您转给负责残保金的同事。')
  await sender.getByRole('button', { name: '转接', exact: true }).click()
  const dialog = sender.getByRole('dialog', { name: '转接会话' })
  await dialog.getByRole('radio', { name: /1002 号/ }).check()
  await dialog.getByLabel('转接说明').fill('企业 25 人，想确认残保金是否免征，已发政策依据')
  await shoot(sender, 'console-transfer')
  await dialog.getByRole('button', { name: '转接', exact: true }).click()
  await expect(sender.getByRole('region', { name: '转接情况' })).toBeVisible()
  await colleague.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '留言' }).click()
  await expect(colleague.getByRole('region', { name: '转接请求' })).toBeVisible()
  await shoot(colleague, 'console-transfer-asked')
  await expect(taxpayer.getByText('正在为您转接其他坐席，完成前不能结束会话')).toBeVisible()
  await shoot(taxpayer, 'transferring')
  for (const page of [taxpayer, sender, colleague]) await page.context().close()
}

export const losingAgent: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001'))
  const agent = await openWindow(browser, await program.openHost('console', 'zx001'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await say(agent, '您好，请问上年度用人单位在职职工平均人数是多少？')
  await say(taxpayer, '25 人')
  await program.killHost('zx001')
  await expect(taxpayer.getByText('坐席连接中断，正在等待恢复，您可以继续发送消息')).toBeVisible()
  await shoot(taxpayer, 'agent-away')
  for (const page of [taxpayer, agent]) await page.context().close()
}
