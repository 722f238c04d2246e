// 智能引导办理 and 智能辅助查询: a guide that is walked, and what a taxpayer asks about themselves.
import { expect, test, type Page } from '@playwright/test'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { expectGoodLook } from './support/good-look.ts'
import { input, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const wide = { width: 1280, height: 800 }
const narrow = { width: 420, height: 720 }
const question = '企业一般税务注销怎么办理，要多少天？'
let program: Program
let address: string
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  program = await startProgram({ corrects: true })
  address = await program.openHost('taxpayer')
  page = await openWindow(browser, address)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'nsr001')
})
test.afterAll(async () => {
  await program.close()
})

const button = (name: string) => stream(page).getByRole('button', { name, exact: true })
const step = () => stream(page).locator('[aria-current="step"]')
const lookAtBoth = async (): Promise<void> => {
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
  await page.setViewportSize(wide)
}

test('a guide is there to be read, and begun it shows one step at a time', async () => {
  test.slow()
  await say(page, question)
  await expect(stream(page).getByText('清算申报', { exact: true })).toBeVisible()
  await button('开始办理').scrollIntoViewIfNeeded()
  await lookAtBoth()
  await button('开始办理').click()
  await expect(stream(page).getByText('第 1 步，共 5 步')).toBeVisible()
  await button('下一步').click()
  await expect(stream(page).getByText('第 2 步，共 5 步')).toBeVisible()
  await expect(step()).toHaveCount(1)
  await lookAtBoth()
})

test('where a step is done can be copied', async () => {
  const where = await step()
    .getByText(/办理位置：/)
    .textContent()
  await step().getByRole('button', { name: '复制办理位置' }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  expect(`办理位置：${await page.evaluate(() => navigator.clipboard.readText())}`).toBe(where)
})

test('a problem goes below what is being typed, and can be completed at once', async () => {
  await input(page).fill('写到一半')
  await button('这一步遇到问题').click()
  await page.keyboard.type('系统打不开')
  await expect(input(page)).toHaveValue(/^写到一半\n.+：第 2 步「.+」遇到问题：系统打不开$/)
  await lookAtBoth()
  await input(page).fill('')
})

test('it is walked with no mouse, and stands where it was after a reload and a restart', async ({ browser }) => {
  await button('下一步').focus()
  await page.keyboard.press('Enter')
  await expect(step().locator('.title')).toBeFocused()
  await expect(stream(page).getByText('第 3 步，共 5 步')).toBeVisible()
  await page.reload()
  await expect(stream(page).getByText('第 3 步，共 5 步')).toBeVisible()
  await program.killHost('taxpayer')
  await page.close()
  page = await openWindow(browser, await program.openHost('taxpayer'))
  await expect(stream(page).getByText('第 3 步，共 5 步')).toBeVisible()
  await button('查看全部步骤').click()
  await lookAtBoth()
  await button('只看当前步骤').click()
  for (let times = 0; times < 2; times += 1) await button('下一步').click()
  await button('已完成').click()
  await expect(stream(page).getByText('已完成全部 5 步')).toBeFocused()
  await expect(button('重新办理')).toBeVisible()
  await lookAtBoth()
})

test('one’s messages are counted, and the panel opens from the answer', async () => {
  test.slow()
  const correction = {
    articleId: 'deregistration-general' as ArticleId,
    version: 9,
    question,
    changeNote: '更正一处。',
    wasWithdrawn: false,
  }
  expect(await program.correct(correction)).toBe(1)
  await expect(page.locator('.el-message')).toHaveCount(0)
  await say(page, '我有几条未读')
  await expect(stream(page).getByText(/截至 \d\d:\d\d，您有 1 条未读消息：消息提示 1 条。/)).toBeVisible()
  await lookAtBoth()
  await button('查看我的消息').click()
  await expect(page.getByRole('region', { name: '我的消息' }).getByRole('heading')).toBeFocused()
  await page.setViewportSize(narrow)
  await button('查看我的消息').click()
  await expect(page.getByRole('dialog').getByRole('heading', { name: /我的消息/ })).toBeFocused()
  await expectGoodLook(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize(wide)
})

test('what was asked before is named, and history opens from the answer', async () => {
  await say(page, '我上次问了什么')
  await expect(stream(page).getByText(/您最近的提问：/)).toBeVisible()
  await expect(stream(page).getByText('您还没有使用过人工服务。')).toBeVisible()
  await button('查看历史记录').click()
  await expect(stream(page)).toBeFocused()
})

test('appointments, the queue and the filing days are told', async () => {
  test.slow()
  await say(page, '我的预约')
  await expect(stream(page).getByText(/您没有即将进行的预约/)).toBeVisible()
  await say(page, '我们公司这个月什么时候申报')
  await expect(stream(page).getByText(/本月（\d+ 月）的申报期限是/)).toBeVisible()
  await lookAtBoth()
  await say(page, '还要等多久')
  await button('人工服务').click()
  await say(page, '前面还有几个人')
  await expect(stream(page).getByText(/下一位就是您，刚刚开始排队/)).toBeVisible()
  await lookAtBoth()
  await expect(stream(page).getByRole('group', { name: '这条答复对您有用吗' })).toHaveCount(1)
})
