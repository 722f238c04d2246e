// 撤回: gone from both windows, also from one that was away, and written anew where it was written.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
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

const takeBack = (page: Page) => stream(page).getByRole('button', { name: '撤回', exact: true }).last().click()
async function looksGood(): Promise<void> {
  for (const size of [
    { width: 420, height: 720 },
    { width: 1280, height: 800 },
  ])
    for (const page of [taxpayer, agent]) {
      await page.setViewportSize(size)
      await expectGoodLook(page)
    }
}

test('what a taxpayer takes back is gone from both windows, and can be written anew', async () => {
  await say(taxpayer, '我的密码是八个一')
  await expect(stream(agent).getByText('我的密码是八个一')).toBeVisible()
  await takeBack(taxpayer)
  await expect(stream(agent).getByText('对方撤回了一条消息')).toBeVisible()
  await expect(stream(agent).getByText('我的密码是八个一')).toBeHidden()
  await expect(stream(taxpayer).getByText('您撤回了一条消息')).toBeVisible()
  await looksGood()
  await taxpayer.getByRole('button', { name: '重新编辑' }).click()
  await expect(taxpayer.getByRole('textbox').last()).toHaveValue('我的密码是八个一')
  await taxpayer.getByRole('textbox').last().fill('')
})

test('what an agent takes back while the taxpayer is away is gone when they are back', async ({ browser }) => {
  await say(agent, '这句说错了')
  await expect(stream(taxpayer).getByText('这句说错了')).toBeVisible()
  await program.killHost('taxpayer')
  await taxpayer.context().close()
  await takeBack(agent)
  await expect(stream(agent).getByText('您撤回了一条消息')).toBeVisible()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await expect(stream(taxpayer).getByText('对方撤回了一条消息')).toBeVisible()
  await expect(stream(taxpayer).getByText('这句说错了')).toBeHidden()
})
