// Local first at the window: the line goes, work goes on, nothing is lost.
import { expect, test, type Page } from '@playwright/test'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await signIn(taxpayer, 'nsr002')
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

const typed = ['子女教育专项附加扣除标准是多少', '我想再问一个问题', '这是第三条消息']

test('with the server stopped the window says so, keeps what is typed and answers from the snapshot', async () => {
  await say(taxpayer, '个税汇算什么时候办')
  await expect(stream(taxpayer).getByText('已读').first()).toBeVisible()
  await program.stopServer()
  await expect(taxpayer.getByText('离线', { exact: true })).toBeVisible()
  for (const text of typed) await say(taxpayer, text)
  await expect(stream(taxpayer).getByText('待发')).toHaveCount(3)
  await expect(stream(taxpayer).getByText('离线应答').first()).toBeVisible()
})

test('the program killed and started again still has them, still with no server', async ({ browser }) => {
  await program.killHost('taxpayer')
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  for (const text of typed) await expect(stream(taxpayer).getByText(text, { exact: true })).toBeVisible()
  await expect(stream(taxpayer).getByText('待发')).toHaveCount(3)
})

test('when the server is back they arrive once, in order', async () => {
  await program.startServer()
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await expect(stream(taxpayer).getByText('待发')).toHaveCount(0)
  for (const text of typed) await expect(stream(taxpayer).getByText(text, { exact: true })).toHaveCount(1)
  const all = await stream(taxpayer).innerText()
  expect(typed.map((text) => all.indexOf(text))).toEqual([...typed.map((text) => all.indexOf(text))].sort((a, b) => a - b))
})
