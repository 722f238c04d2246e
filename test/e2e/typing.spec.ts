// Who types is seen on the other side, the taxpayer's words with their knowledge, and nothing of it stays.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page
let agent: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

const box = (page: Page) => page.getByRole('textbox').last()

test('the taxpayer knows that what they type is seen, and the agent sees it before it is sent', async () => {
  await expect(taxpayer.getByText('坐席可以看到您正在输入的内容')).toBeVisible()
  await box(taxpayer).pressSequentially('我想问一下')
  await expect(agent.getByText('对方正在输入：我想问一下')).toBeVisible()
  for (const size of [
    { width: 420, height: 720 },
    { width: 1280, height: 800 },
  ])
    for (const page of [taxpayer, agent]) {
      await page.setViewportSize(size)
      await expectGoodLook(page)
    }
  await box(taxpayer).press('Enter')
  await expect(agent.getByText('对方正在输入')).toBeHidden()
})

test('the taxpayer sees that the agent types, and not what', async () => {
  await box(agent).pressSequentially('您好，请说')
  await expect(taxpayer.getByText('坐席正在输入…')).toBeVisible()
  await expect(taxpayer.getByText('您好，请说')).toBeHidden()
  await box(agent).press('Enter')
  await expect(taxpayer.getByText('您好，请说')).toBeVisible()
  await expect(taxpayer.getByText('坐席正在输入…')).toBeHidden()
})

test('where the office does not look over shoulders, the agent sees that something is typed', async ({ browser }) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(admin, 'admin001')
  await admin.getByLabel('输入预览', { exact: true }).selectOption('只显示正在输入')
  await admin.getByRole('button', { name: '保存输入预览' }).click()
  await expect(admin.getByText('“输入预览”已保存。')).toBeVisible()
  await say(taxpayer, '好的')
  await box(taxpayer).pressSequentially('不想让人看见')
  await expect(agent.getByText('对方正在输入…')).toBeVisible()
  await expect(agent.getByText('不想让人看见')).toBeHidden()
})
