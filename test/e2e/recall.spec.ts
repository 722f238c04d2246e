// What the taxpayer thinks of an answer, and what they hear when it changes: at the taxpayer's windows and the agent's.
import { expect, test, type Page } from '@playwright/test'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const question = '买住房契税税率是多少，首套和二套怎么收？'
const correction = {
  articleId: 'deed-tax-rate' as ArticleId,
  version: 2,
  question,
  changeNote: '第三套住房的税率说明有误，已更正。',
  wasWithdrawn: false,
}
let program: Program
let taxpayer: Page
let second: Page
let agent: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  program = await startProgram({ hasDoor: true })
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  second = await openWindow(browser, await program.openHost('taxpayer', 'second'))
  agent = await openWindow(browser, await program.openHost('console'))
  await signIn(taxpayer, 'nsr001')
  await signIn(second, 'nsr001')
  await signIn(agent, 'zx001')
})
test.afterAll(async () => {
  await program.close()
})

const votes = (page: Page) => stream(page).getByRole('group', { name: '这条答复对您有用吗' })
const messages = (page: Page) => page.getByRole('region', { name: '我的消息' })
const unread = (page: Page) => messages(page).getByRole('heading', { name: /我的消息/ })

test('a useful answer is voted for once, and thanked for in place', async () => {
  await say(taxpayer, '买房契税税率是多少')
  await votes(taxpayer).getByRole('button', { name: '有用' }).click()
  await expect(stream(taxpayer).getByText('感谢您的反馈！')).toBeVisible()
  for (const name of ['有用', '无用']) await expect(votes(taxpayer).getByRole('button', { name })).toBeDisabled()
  await expect(votes(second).getByRole('button', { name: '有用', pressed: true })).toBeDisabled()
})

test('hints and questions back take no vote', async () => {
  await say(taxpayer, '今天晚上吃什么菜比较好')
  await say(taxpayer, '我想问开票的事情')
  await expect(stream(taxpayer).getByRole('group', { name: '可选问题' }).last()).toBeVisible()
  await expect(votes(taxpayer)).toHaveCount(1)
})

test('a useless one is told why, with no mouse, and a person is offered', async () => {
  await say(taxpayer, '印花税税率是多少')
  await expect(votes(taxpayer)).toHaveCount(2)
  await votes(taxpayer).last().getByRole('button', { name: '无用' }).focus()
  await taxpayer.keyboard.press('Enter')
  const feedback = stream(taxpayer).getByRole('form', { name: '意见反馈' })
  await expect(feedback.getByRole('radio', { name: '答非所问' })).toBeFocused()
  await taxpayer.keyboard.press('ArrowDown')
  await taxpayer.keyboard.press('Tab')
  await taxpayer.keyboard.type('我问的是租房合同')
  await taxpayer.keyboard.press('Tab')
  await taxpayer.keyboard.press('Enter')
  await expect(feedback).toBeHidden()
  await expect(stream(taxpayer).getByText('感谢您的反馈，我们会据此改进答复。')).toBeFocused()
  await expect(votes(taxpayer).last().getByRole('button', { name: '无用', pressed: true })).toBeDisabled()
  await taxpayer.keyboard.press('Tab')
  await taxpayer.keyboard.press('Enter')
  await expect(taxpayer.getByText('下一位就是您')).toBeVisible()
})

test('the agent sees why the taxpayer comes and what they thought of the answers', async () => {
  await expect(agent.getByText('反馈未解决').first()).toBeVisible()
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await agent.getByRole('button', { name: /机器人阶段/ }).click()
  await expect(stream(agent).getByText('无用：答案错误')).toBeVisible()
  await expect(stream(agent).getByText('纳税人反馈：有用')).toBeVisible()
})

test('an answer that changes is told live, in every window of those who were given it', async () => {
  await expect(messages(taxpayer).getByText('暂无待办提醒')).toBeVisible()
  // It is looked at twice by axe.
  test.slow()
  // Looked for in both before it comes: it does not stay.
  const toasts = [taxpayer, second].map((page) => expect(page.getByText(`新消息：答复更正：${question}`)).toBeVisible())
  expect(await program.correct(correction)).toBe(1)
  await Promise.all(toasts)
  for (const page of [taxpayer, second]) {
    await expect(unread(page)).toHaveText(/1/)
    await messages(page)
      .getByRole('tab', { name: /消息提示/ })
      .click()
    await expect(messages(page).getByRole('button', { name: /未读.*答复更正/ })).toBeVisible()
  }
  expect(await program.correct(correction)).toBe(0)
  await expect(taxpayer.locator('.el-message')).toHaveCount(0)
  await expectGoodLook(taxpayer)
})

test('opened in one window it is read in the other, and its button asks the question again', async () => {
  await messages(taxpayer)
    .getByRole('button', { name: /答复更正/ })
    .click()
  await expect(messages(taxpayer).getByText(correction.changeNote)).toBeVisible()
  await expectGoodLook(taxpayer)
  await expect(unread(taxpayer)).toHaveText('我的消息')
  await expect(unread(second)).toHaveText('我的消息')
  await taxpayer.getByRole('button', { name: '结束会话' }).click()
  await taxpayer.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await messages(taxpayer).getByRole('button', { name: '重新提问' }).click()
  await expect(stream(taxpayer).getByText(question, { exact: true }).last()).toBeVisible()
  await expect(votes(taxpayer)).toHaveCount(3)
})

test('an answer of the knowledge base from an agent is told of too', async ({ browser }) => {
  const other = await openWindow(browser, await program.openHost('taxpayer', 'other'))
  await signIn(other, 'nsr002')
  await other.getByRole('button', { name: '人工服务' }).first().click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(other.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await agent.keyboard.press('Control+k')
  await agent.getByRole('textbox', { name: '搜索知识' }).fill('小规模纳税人月销售额多少以内免征增值税')
  await agent.getByRole('button', { name: '填入' }).first().click()
  await agent.getByRole('button', { name: '发送', exact: true }).click()
  await expect(stream(other).getByText('财政部 税务总局公告2026年第10号')).toBeVisible()
  const articleId = 'vat-small-scale-threshold' as ArticleId
  const toast = expect(other.getByText('新消息：答复撤回：小规模免税标准是多少？')).toBeVisible()
  expect(await program.correct({ ...correction, articleId, question: '小规模免税标准是多少？', wasWithdrawn: true })).toBe(1)
  await toast
})

test('with no line a vote says so and keeps what was typed, and is given when the line is back', async () => {
  await votes(taxpayer).last().getByRole('button', { name: '无用' }).click()
  const feedback = stream(taxpayer).getByRole('form', { name: '意见反馈' })
  await feedback.getByRole('radio', { name: '其他' }).check()
  await feedback.getByRole('textbox', { name: '补充说明' }).fill('没有说办理地点')
  await program.stopServer()
  await expect(taxpayer.getByText('离线', { exact: true })).toBeVisible()
  await feedback.getByRole('button', { name: '提交' }).click()
  await expect(feedback.getByRole('alert')).toHaveText('评价需要联网提交，恢复连接后请再试。已填写的内容会保留。')
  await expect(feedback.getByRole('textbox', { name: '补充说明' })).toHaveValue('没有说办理地点')
  await program.startServer()
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await feedback.getByRole('button', { name: '提交' }).click()
  await expect(votes(second).last().getByRole('button', { name: '无用', pressed: true })).toBeVisible()
})
