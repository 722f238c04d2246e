// What people do at the windows, in their words.
import { expect, type Browser, type Page } from '@playwright/test'

export const PASSWORD = 'Zhengna@2026'

/** A window of its own: nothing of one person's is in another's. */
export async function openWindow(browser: Browser, url: string, size = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  return page
}

export async function signIn(page: Page, account: string): Promise<void> {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByLabel('账号')).toBeHidden()
}

/** A text box, or a combobox where questions are offered while typing. */
export const input = (page: Page) => page.getByLabel('输入消息')

export async function say(page: Page, text: string): Promise<void> {
  await input(page).fill(text)
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await expect(input(page)).toHaveValue('')
}

/** The dialog that asks before something is done. */
export const confirm = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '确定' })

export const stream = (page: Page) => page.getByLabel('会话消息')

/** By the button of the title bar: among the shortcuts there is one of the same name. */
export const openCentre = (page: Page) => page.getByRole('banner').getByRole('button', { name: '个人中心' }).click()
