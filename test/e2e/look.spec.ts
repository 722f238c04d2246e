// How the windows look and read, at both sizes, light and dark: nothing cut off, nothing inaccessible, nothing in English.
import { expect, test } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { input, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 720 } }

let program: Program
let taxpayerUrl: string
let consoleUrl: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  program = await startProgram()
  taxpayerUrl = await program.openHost('taxpayer')
  consoleUrl = await program.openHost('console')
})
test.afterAll(async () => {
  await program.close()
})

for (const [name, size] of Object.entries(sizes)) {
  test(`the taxpayer’s window, ${name}: sign-in, welcome, answers`, async ({ browser }) => {
    const page = await openWindow(browser, taxpayerUrl, size)
    if (name === 'wide') {
      await expectGoodLook(page)
      await signIn(page, 'nsr001')
      await expect(page.getByText('大家常问')).toBeVisible()
      await expectGoodLook(page)
      await say(page, '数电票票面有哪些内容')
      await expect(stream(page).getByText('依据').first()).toBeVisible()
      await say(page, '红字发票怎么开')
    }
    await expect(stream(page).getByText('依据').last()).toBeVisible()
    await expectGoodLook(page)
    await input(page).pressSequentially('小规模 免税')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await expectGoodLook(page)
    await input(page).fill('')
    await page.context().close()
  })

  test(`the taxpayer’s window, ${name}: 意见反馈 under an answer`, async ({ browser }) => {
    const page = await openWindow(browser, taxpayerUrl, size)
    await stream(page).getByRole('button', { name: '无用' }).last().click()
    await stream(page).getByRole('button', { name: '提交' }).click()
    await expect(stream(page).getByText('请先选择一项原因。')).toBeVisible()
    await expectGoodLook(page)
    await page.context().close()
  })

  test(`the console, ${name}: sign-in, workbench`, async ({ browser }) => {
    const page = await openWindow(browser, consoleUrl, size)
    if (name === 'wide') {
      await expectGoodLook(page)
      await signIn(page, 'zx001')
    }
    await expect(page.getByText(/待接入/).first()).toBeVisible()
    await expectGoodLook(page)
    await page.context().close()
  })
}

test('what each officer’s role may do is shown, and nothing that does not work', async ({ browser }) => {
  const firstSeen = { bz001: '监控', zs001: '新建条目', admin001: '参数设置' }
  for (const account of ['bz001', 'zs001', 'admin001'] as const) {
    const page = await openWindow(browser, await program.openHost('console', account))
    await signIn(page, account)
    await expect(page.getByText(firstSeen[account]).first()).toBeVisible()
    await expectGoodLook(page)
    await page.context().close()
  }
})
