// Whoever has left the window is called to what the other side writes: by a note, by the window's name, until it is read.
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
  for (const page of [taxpayer, agent]) await noteNotes(page)
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

/** Keeps what the browser shows. */
async function noteNotes(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications'])
  await page.addInitScript(() => {
    const shown: Notification[] = []
    Object.assign(window, { shown })
    const Shown = window.Notification
    window.Notification = class extends Shown {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        shown.push(this)
      }
    }
  })
  await page.reload()
  await expect(page.getByRole('button', { name: /演示/ }).first()).toBeVisible()
}
const leave = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('blur')))
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))
const notes = (page: Page) => page.evaluate(() => (window as unknown as { shown: Notification[] }).shown.map(({ title }) => title))

test('a taxpayer is called to what the agent writes, and not by what it says', async () => {
  await leave(taxpayer)
  await say(agent, '您好，请问您的纳税人识别号是多少')
  await expect.poll(() => notes(taxpayer)).toEqual(['坐席 1001 号回复了您'])
  await expect.poll(() => taxpayer.title()).toBe('（1 条新消息）征纳互动')
  await comeBack(taxpayer)
  await expect.poll(() => taxpayer.title()).toBe('征纳互动')
})

test('an agent is called by who wrote; pressed, the note leads to the conversation', async () => {
  await agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '留言' }).click()
  await leave(agent)
  await say(taxpayer, '在营业执照上')
  await expect.poll(() => notes(agent)).toEqual(['演示商贸有限公司发来新消息'])
  await expect.poll(() => agent.title()).toContain('(1)')
  await agent.evaluate(() => (window as unknown as { shown: Notification[] }).shown[0]?.dispatchEvent(new Event('click')))
  await comeBack(agent)
  await expect(agent.getByRole('log').getByText('在营业执照上')).toBeVisible()
})

test('notes and their sound are turned off and on in the menu of both windows', async () => {
  for (const page of [taxpayer, agent]) {
    const account = page.getByRole('button', { name: /演示(商贸|坐席)/ }).first()
    await account.click()
    await page.getByRole('menuitem', { name: '提示音：已开启' }).click()
    await account.click()
    await expect(page.getByRole('menuitem', { name: '提示音：已关闭' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: '桌面通知：已开启' })).toBeVisible()
    await expectGoodLook(page)
    await page.getByRole('menuitem', { name: '提示音：已关闭' }).click()
  }
})
