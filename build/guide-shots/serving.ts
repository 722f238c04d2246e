// From the first question over the queue to an agent and the rating, at all the windows it takes.
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { confirm, openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import type { Program } from '../../test/e2e/support/program.ts'
import { docs, shoot } from './camera.ts'
import { answered, expect, narrowSize, toLatest, type Scene } from './scene.ts'

export const askingAndWaiting: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-asking'))
  await signIn(taxpayer, 'nsr001')
  // A short answer, so that question, answer and basis are in one picture.
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await expect(stream(taxpayer).getByText('已读').first()).toBeVisible()
  await shoot(taxpayer, 'window', { folder: join(docs, 'images') })
  await say(taxpayer, '我想问开票的事情')
  await expect(stream(taxpayer).getByLabel('可选问题').last().getByRole('button').first()).toBeVisible()
  await toLatest(taxpayer)
  await shoot(taxpayer, 'asks-back')
  await stream(taxpayer).getByLabel('可选问题').last().getByRole('button', { name: '发票额度不够用' }).click()
  await answered(taxpayer, '第764号')
  await toLatest(taxpayer)
  await shoot(taxpayer, 'guide-steps')
  await say(taxpayer, '今天晚上吃什么菜比较好')
  await expect(stream(taxpayer).getByRole('button', { name: '人工服务' }).last()).toBeVisible()
  await shoot(taxpayer, 'no-answer')
  await taxpayer.getByRole('button', { name: '清屏' }).click()
  await expect(confirm(taxpayer)).toBeVisible()
  await shoot(taxpayer, 'clear-screen-asks')
  await confirm(taxpayer).click()
  await expect(taxpayer.getByRole('button', { name: '点击加载记录' })).toBeVisible()
  await shoot(taxpayer, 'clear-screen-done')
  await say(taxpayer, '我开错了一张数电票，对方已经做了用途确认，怎么红冲')
  await expect(stream(taxpayer).getByText('已读').last()).toBeVisible()

  // Somebody else waits already, so that there is a place to see.
  const before = await openWindow(browser, await program.openHost('taxpayer', 'nsr002'), narrowSize)
  await signIn(before, 'nsr002')
  await say(before, '子女教育专项附加扣除标准是多少')
  await answered(before, '国发')
  await shoot(before, 'narrow-answer')
  await before.getByRole('button', { name: '常见问题' }).click()
  await expect(before.getByRole('tab', { name: '热点推荐' })).toBeVisible()
  await shoot(before, 'narrow-questions')
  await before.keyboard.press('Escape')
  await before.getByRole('button', { name: '人工服务' }).first().click()
  await expect(before.getByText('下一位就是您')).toBeVisible()

  await taxpayer.getByRole('button', { name: '人工服务' }).first().click()
  await expect(taxpayer.getByText('前面还有 1 位')).toBeVisible()
  await shoot(taxpayer, 'queue')
  await beingServed(browser, program, taxpayer, before)
}

async function beingServed(browser: Browser, program: Program, taxpayer: Page, before: Page): Promise<void> {
  const agent = await openWindow(browser, await program.openHost('console', 'zx001'))
  await signIn(agent, 'zx001')
  await expect(agent.getByText('演示商贸有限公司').first()).toBeVisible()
  await shoot(agent, 'console-waiting')
  await supervising(browser, program)
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await expect(agent.getByRole('menuitem', { name: /示闲/ })).toBeVisible()
  await shoot(agent, 'console-presence')
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  const takeNext = agent.getByRole('button', { name: '呼叫', exact: true })
  await takeNext.click()
  await expect(before.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await expect(taxpayer.getByText('下一位就是您')).toBeVisible()
  await expect(agent.getByRole('heading', { level: 2, name: '演示自然人' })).toBeVisible()
  await say(agent, '您好，请问孩子今年读几年级？')
  await expect(stream(before).getByText('您好，请问孩子今年读几年级？')).toBeVisible()
  await toLatest(before)
  await shoot(before, 'narrow-served')

  await takeNext.click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await expect(agent.getByRole('heading', { level: 2, name: '演示商贸有限公司' })).toBeVisible()
  await say(agent, '您好，请问对方是在当月做的用途确认吗？')
  await say(taxpayer, '是的，上个月开的票，这个月做的确认。')
  await say(agent, '那么请先在电子税务局发起《红字发票信息确认单》，对方确认后，您再开具红字发票。')
  await expect(stream(taxpayer).getByText('确认单').last()).toBeVisible()
  await expect(stream(taxpayer).getByText('已读').last()).toBeVisible()
  await shoot(taxpayer, 'served')
  await agent.getByRole('button', { name: /机器人阶段/ }).click()
  await shoot(agent, 'console-talk')
  await agent.keyboard.press('Control+k')
  await agent
    .getByRole('searchbox')
    .or(agent.getByRole('textbox', { name: '搜索知识' }))
    .first()
    .fill('红字发票 用途确认')
  await expect(agent.getByText(/\d+ 条结果/)).toBeVisible()
  await shoot(agent, 'console-knowledge')

  await taxpayer.getByRole('button', { name: '结束会话' }).click()
  await expect(confirm(taxpayer)).toBeVisible()
  await shoot(taxpayer, 'end-asks')
  await confirm(taxpayer).click()
  const solved = taxpayer.getByRole('button', { name: '已解决' }).or(taxpayer.getByRole('radio', { name: '已解决' }))
  await expect(solved).toBeVisible()
  await shoot(taxpayer, 'rating')
  await solved.click()
  await taxpayer.getByRole('button', { name: '提交' }).click()
  await expect(taxpayer.getByText('感谢您的评价，已提交。')).toBeVisible()
  await shoot(taxpayer, 'rating-given')
  await expect(agent.getByText('纳税人评价：已解决')).toBeVisible()
  await shoot(agent, 'console-ended')
  for (const page of [taxpayer, before, agent]) await page.context().close()
}

async function supervising(browser: Browser, program: Program): Promise<void> {
  const supervisor = await openWindow(browser, await program.openHost('console', 'bz001'))
  await signIn(supervisor, 'bz001')
  await supervisor.getByRole('navigation', { name: '监控内容' }).getByRole('link', { name: '队列' }).click()
  await expect(supervisor.getByText('演示商贸有限公司').first()).toBeVisible()
  await shoot(supervisor, 'console-queue')
  await supervisor.context().close()
}
