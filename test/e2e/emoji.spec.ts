// 「表情」: only while a person serves, by mouse and by keyboard, on both sides.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, signIn, stream } from './support/people.ts'
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
})
test.afterAll(async () => {
  await program.close()
})

const tool = (page: Page) => page.getByRole('button', { name: '表情', exact: true })
const panel = (page: Page) => page.getByRole('dialog', { name: '表情' })

test('is there and of no use before a person serves', async () => {
  await expect(tool(taxpayer)).toBeDisabled()
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(tool(taxpayer)).toBeEnabled()
})

test('goes into the input box at the cursor, and from there to the other side', async () => {
  for (const [page, other, words] of [
    [taxpayer, agent, '麻烦您'],
    [agent, taxpayer, '好的'],
  ] as const) {
    for (const size of [
      { width: 420, height: 720 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size)
      await tool(page).click()
      await expect(panel(page)).toBeVisible()
      await expectGoodLook(page)
      await page.keyboard.press('Escape')
      await expect(panel(page)).toBeHidden()
    }
    await page.getByRole('textbox').last().fill(words)
    await tool(page).click()
    await panel(page).getByRole('button', { name: '赞', exact: true }).first().click()
    await panel(page).getByRole('button', { name: '谢谢', exact: true }).first().click()
    await page.getByRole('textbox').last().press('Enter')
    await expect(stream(other).getByText(`${words}👍🙏`)).toBeVisible()
  }
})
