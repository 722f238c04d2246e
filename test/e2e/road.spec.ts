// The main road at the windows: a taxpayer asks, the bot answers, a person takes over, both talk, it ends, it is rated.
import { expect, test, type Page } from '@playwright/test'
import { confirm, input, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page
let agent: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
})
test.afterAll(async () => {
  await program.close()
})

test('a wrong password is refused at the field and nothing typed is lost', async () => {
  await taxpayer.getByLabel('账号').fill('nsr001')
  await taxpayer.getByLabel('密码', { exact: true }).fill('wrong')
  await taxpayer.getByRole('button', { name: '登录' }).click()
  await expect(taxpayer.getByText('账号或密码不正确，请核对后重新输入。')).toBeVisible()
  await expect(taxpayer.getByLabel('账号')).toHaveValue('nsr001')
})

test('an officer cannot sign in at the taxpayer’s window', async () => {
  await taxpayer.getByLabel('账号').fill('zx001')
  await taxpayer.getByLabel('密码', { exact: true }).fill('Zhengna@2026')
  await taxpayer.getByRole('button', { name: '登录' }).click()
  await expect(taxpayer.getByText('该账号不能登录此端，请使用对应的客户端。')).toBeVisible()
})

test('a tax question is answered with its legal basis', async () => {
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '小规模纳税人月销售额多少以内不用交增值税')
  const answer = stream(taxpayer).getByText('财政部 税务总局公告2026年第10号').first()
  await expect(answer).toBeVisible()
  await expect(stream(taxpayer).getByText('已读').first()).toBeVisible()
})

test('an unclear question is asked back with options, and a picked option is answered', async () => {
  await say(taxpayer, '我想问开票的事情')
  const options = stream(taxpayer).getByRole('group', { name: '可选问题' }).or(stream(taxpayer).getByLabel('可选问题')).last()
  await expect(options.getByRole('button').first()).toBeVisible()
  await options.getByRole('button').first().click()
  await expect(stream(taxpayer).getByText('依据').last()).toBeVisible()
})

test('what is not in the knowledge base gets an honest answer and the offer of a person', async () => {
  await say(taxpayer, '今天晚上吃什么菜比较好')
  await expect(stream(taxpayer).getByRole('button', { name: '人工服务' }).last()).toBeVisible()
})

test('人工服务 joins the queue with a live position, and the bot goes on answering', async () => {
  await taxpayer.getByRole('button', { name: '人工服务' }).first().click()
  await expect(taxpayer.getByText('下一位就是您')).toBeVisible()
  await expect(taxpayer.getByText(/目前没有空闲的坐席，坐席就绪后按顺序接入。|现在不在服务时间/)).toBeVisible()
  await say(taxpayer, '购销合同印花税万分之几')
  await expect(stream(taxpayer).getByText('印花税法').last()).toBeVisible()
})

test('取消排队 leaves it, and 转人工 typed as a message joins again', async () => {
  await taxpayer.getByRole('button', { name: '取消排队' }).click()
  await expect(taxpayer.getByText('下一位就是您')).toBeHidden()
  await say(taxpayer, '转人工')
  await expect(taxpayer.getByText('下一位就是您')).toBeVisible()
})

test('an agent who is 示闲 sees who waits and why, takes them and reads the bot’s earlier talk', async () => {
  await signIn(agent, 'zx001')
  await expect(agent.getByText('演示商贸有限公司').first()).toBeVisible()
  await expect(agent.getByText('要求转人工').first()).toBeVisible()
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await expect(taxpayer.getByRole('group', { name: '热词' })).toBeHidden()
  await agent.getByRole('button', { name: /机器人阶段/ }).click()
  await expect(agent.getByText('小规模纳税人月销售额多少以内不用交增值税').first()).toBeVisible()
})

test('both sides talk, in order, and the bot is silent', async () => {
  await say(taxpayer, '您好，我开错了一张数电票')
  await expect(stream(agent).getByText('您好，我开错了一张数电票')).toBeVisible()
  await say(agent, '您好，请问对方做用途确认了吗？')
  await expect(stream(taxpayer).getByText('您好，请问对方做用途确认了吗？')).toBeVisible()
  await say(taxpayer, '发票怎么开')
  await expect(stream(agent).getByText('发票怎么开')).toBeVisible()
  await expect(stream(taxpayer).getByText('已读').last()).toBeVisible()
  await expect(stream(taxpayer).getByText('发票怎么开', { exact: true })).toBeVisible()
  const last = stream(taxpayer).getByText('发票怎么开', { exact: true })
  await expect(last).toBeVisible()
})

test('a draft is there again after the window is loaded anew', async () => {
  await input(taxpayer).fill('这句话还没有写完')
  await expect(async () => {
    await taxpayer.reload()
    await expect(input(taxpayer)).toHaveValue('这句话还没有写完')
  }).toPass()
  await input(taxpayer).fill('')
})

test('清屏 asks, empties the view and 点击加载记录 brings all back', async () => {
  await taxpayer.getByRole('button', { name: '清屏' }).click()
  await confirm(taxpayer).click()
  await expect(stream(taxpayer).getByText('您好，我开错了一张数电票')).toBeHidden()
  await taxpayer.getByRole('button', { name: '点击加载记录' }).click()
  await expect(stream(taxpayer).getByText('您好，我开错了一张数电票')).toBeVisible()
})

test('结束会话 asks first, then invites to rate, once', async () => {
  await taxpayer.getByRole('button', { name: '结束会话' }).click()
  await taxpayer.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await taxpayer.getByRole('button', { name: '结束会话' }).click()
  await confirm(taxpayer).click()
  const solved = taxpayer.getByRole('button', { name: '已解决' }).or(taxpayer.getByRole('radio', { name: '已解决' }))
  await solved.click()
  await taxpayer.getByRole('button', { name: '提交' }).click()
  await expect(taxpayer.getByText('感谢您的评价，已提交。')).toBeVisible()
  await expect(solved).toBeDisabled()
  await expect(taxpayer.getByRole('button', { name: '提交' })).toBeDisabled()
  await expect(agent.getByText('纳税人评价：已解决')).toBeVisible()
})

test('the next question starts a new conversation with the bot', async () => {
  await say(taxpayer, '家庭唯一住房契税税率')
  await expect(stream(taxpayer).getByText('契税法').last()).toBeVisible()
})
