// 查找聊天记录: two characters, with no line too, to the place where they were said.
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
  await say(taxpayer, '我想问残保金怎么算')
  for (let line = 1; line <= 30; line += 1) await say(line % 2 ? agent : taxpayer, `第 ${line} 句`)
  await expect(stream(agent).getByText('第 30 句')).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

const dialog = (page: Page) => page.getByRole('dialog', { name: '查找聊天记录' })

test('what was said long ago is found by two characters and brought before the eye, on both sides', async () => {
  for (const page of [taxpayer, agent]) {
    await expect(stream(page).getByText('我想问残保金怎么算')).not.toBeInViewport()
    await page.keyboard.press('Control+f')
    await dialog(page).getByLabel('查找内容').fill('残保')
    await expect(dialog(page)).toContainText('找到 1 条')
    for (const size of [
      { width: 420, height: 720 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size)
      await expectGoodLook(page)
    }
    await dialog(page)
      .getByRole('button', { name: /我想问残保金怎么算/ })
      .click()
    await expect(dialog(page)).toBeHidden()
    await expect(stream(page).getByText('我想问残保金怎么算')).toBeInViewport()
  }
})

test('with no line it is found all the same, and what is not there is said', async () => {
  await program.stopServer()
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '查找' }).click()
  await dialog(taxpayer).getByLabel('查找内容').fill('第 1')
  await expect(dialog(taxpayer)).toContainText('找到 11 条')
  await dialog(taxpayer).getByLabel('查找内容').fill('契税')
  await expect(dialog(taxpayer)).toContainText('没有找到“契税”')
  await expectGoodLook(taxpayer)
})
