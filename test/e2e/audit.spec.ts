// 系统管理 · 审计日志: what an administrator did and who failed to sign in is there, found, and whole.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, signIn } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let admin: Page

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  const guesser = await openWindow(browser, await program.openHost('console', 'guesser'))
  await guesser.getByLabel('账号').fill('zx001')
  await guesser.getByLabel('密码', { exact: true }).fill('wrong')
  await guesser.getByRole('button', { name: '登录' }).click()
  await expect(guesser.getByRole('alert')).toBeVisible()
  await guesser.context().close()
  admin = await openWindow(browser, await program.openHost('console'))
  await signIn(admin, 'admin001')
})
test.afterAll(async () => {
  await program.close()
})

const rows = (page: Page) => page.getByRole('region', { name: '审计日志' }).getByRole('row')

test('a changed setting and a failed sign-in are written down', async () => {
  await admin.getByLabel('未命中轮数', { exact: true }).fill('2')
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('“未命中轮数”已保存。')).toBeVisible()
  await admin.getByRole('link', { name: '审计日志' }).click()
  await expect(rows(admin).nth(1)).toContainText(/演示系统管理员.*参数设置.*未命中轮数.*原：3 轮.*新：2 轮/s)
  await expect(rows(admin).filter({ hasText: '登录失败' })).toContainText(/演示坐席一.*密码错误/s)
  await expectGoodLook(admin)
})

test('it is looked through by person and kind, and says when there is nothing', async () => {
  await admin.getByRole('textbox', { name: '人员' }).fill('zx001')
  await expect(rows(admin)).toHaveCount(2)
  await admin.getByRole('combobox', { name: '类型' }).selectOption({ label: '精准推送' })
  await expect(admin.getByText('没有符合条件的记录')).toBeVisible()
  await expectGoodLook(admin)
  await admin.getByRole('button', { name: '清除条件' }).click()
  await expect(rows(admin).nth(2)).toBeVisible()
})

test('verified, it is whole; narrow, nothing is cut off', async () => {
  await admin.getByRole('button', { name: '校验日志' }).click()
  await expect(admin.getByRole('status').filter({ hasText: '日志完整' })).toBeVisible()
  await admin.setViewportSize({ width: 420, height: 720 })
  await expectGoodLook(admin)
})
