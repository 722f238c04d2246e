// Pictures and files in a live conversation, both ways: chosen, pasted, dropped, taken of the screen; looked at, kept, refused, taken back.
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { talkPicture, talkFile } from '../support/talk-files.ts'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { drop, paste } from './support/pictures.ts'
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

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 420, height: 720 }
async function looksGood(page: Page): Promise<void> {
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog', { name: '发送图片和文件' })
type Given = { name: string; mimeType: string; buffer: Buffer }
const given = (name: string, buffer: Buffer): Given => ({ name, mimeType: '', buffer })
async function choose(page: Page, button: string, ...files: Given[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tool(page, button).click()])
  await chooser.setFiles(files)
}
async function send(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: '发送', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
}
const pictureIn = (page: Page, name: string) => stream(page).getByRole('button', { name: `查看图片“${name}”` })
const isDrawn = (page: Page, name: string) =>
  expect
    .poll(() =>
      pictureIn(page, name)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0)

test('before a person serves a file can be sent to nobody, and the window says so', async () => {
  await expect(tool(taxpayer, '文件')).toBeDisabled()
  await expect(tool(taxpayer, '文件')).toHaveAttribute('title', '人工服务接通后可以使用')
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(tool(taxpayer, '文件')).toBeEnabled()
})

test('pictures are looked at before they are sent, and are there on both sides, also of kinds that no browser knows', async () => {
  await choose(
    taxpayer,
    '图片',
    given('报错界面.png', await talkPicture('png')),
    given('扫描件.tif', await talkPicture('tif')),
    given('图标.svgz', await talkPicture('svgz')),
    given('照片.jxl', await talkPicture('jxl')),
  )
  await expect(dialog(taxpayer).getByRole('listitem')).toHaveCount(4)
  await looksGood(taxpayer)
  await dialog(taxpayer).getByRole('button', { name: '移除“图标.svgz”' }).click()
  await expect(dialog(taxpayer).getByRole('listitem')).toHaveCount(3)
  await send(taxpayer)
  for (const name of ['报错界面.png', '扫描件.tif', '照片.jxl']) {
    await isDrawn(taxpayer, name)
    await isDrawn(agent, name)
  }
  await expect(
    stream(taxpayer)
      .getByText(/已送达|已读/)
      .last(),
  ).toBeVisible()
  await looksGood(taxpayer)
  await looksGood(agent)
})

test('a picture opens large, and itself is kept', async () => {
  await pictureIn(agent, '扫描件.tif').click()
  const large = agent.getByRole('dialog', { name: '扫描件.tif' })
  await expect(large.getByRole('img', { name: '扫描件.tif' })).toBeVisible()
  await looksGood(agent)
  const [download] = await Promise.all([agent.waitForEvent('download'), large.getByRole('button', { name: '下载原图' }).click()])
  expect(download.suggestedFilename()).toBe('扫描件.tif')
  expect(readFileSync(await download.path()).equals(await talkPicture('tif'))).toBe(true)
  await large.getByRole('button', { name: '关闭' }).click()
})

test('a file goes the other way and is downloaded as it was', async () => {
  const pdf = await talkFile('pdf')
  await choose(agent, '文件', given('办理须知.pdf', pdf), given('空白表格.xlsx', await talkFile('xlsx')))
  await expect(dialog(agent).getByRole('listitem')).toHaveCount(2)
  await looksGood(agent)
  await send(agent)
  await expect(stream(taxpayer).getByText('空白表格.xlsx')).toBeVisible()
  await looksGood(taxpayer)
  const [download] = await Promise.all([
    taxpayer.waitForEvent('download'),
    stream(taxpayer).getByRole('button', { name: '下载“办理须知.pdf”' }).click(),
  ])
  expect(readFileSync(await download.path()).equals(pdf)).toBe(true)
})

test('a screenshot is pasted into the talk, a picture dropped on it, and one taken of the screen', async () => {
  await taxpayer.getByLabel('输入消息').click()
  await paste(taxpayer, 'alert-children')
  await expect(dialog(taxpayer).getByRole('listitem').filter({ hasText: '粘贴的图片.png' })).toBeVisible()
  await send(taxpayer)
  await isDrawn(agent, '粘贴的图片.png')
  await drop(agent, 'alert-children')
  await expect(dialog(agent).getByRole('listitem').filter({ hasText: 'screenshot.png' })).toBeVisible()
  await send(agent)
  await isDrawn(taxpayer, 'screenshot.png')
  const other = await taxpayer.context().newPage()
  await other.goto(new URL('/', taxpayer.url()).href)
  await other.evaluate(() => (document.title = 'e-tax'))
  await taxpayer.bringToFront()
  await tool(taxpayer, '截图').click()
  await expect(dialog(taxpayer).getByRole('listitem').filter({ hasText: '截图.png' })).toBeVisible()
  await send(taxpayer)
  await isDrawn(agent, '截图.png')
  await other.close()
})

test('what is not taken says what is; the rest can be sent', async () => {
  await choose(
    taxpayer,
    '文件',
    given('程序.exe', Buffer.from('MZ')),
    given('说明.txt', Buffer.from('办税说明')),
    given('假.pdf', Buffer.from('x')),
  )
  await expect(dialog(taxpayer).getByRole('alert')).toContainText('“程序.exe”不能发送：图片可以是')
  await expect(dialog(taxpayer).getByRole('alert')).toContainText('“假.pdf”不能发送')
  await looksGood(taxpayer)
  await send(taxpayer)
  await expect(stream(agent).getByText('说明.txt')).toBeVisible()
  await choose(taxpayer, '文件', given('大.zip', Buffer.alloc(10 * 1024 * 1024)))
  await expect(dialog(taxpayer).getByRole('alert')).toContainText('图片和文件须小于 10 兆字节。')
  await expect(dialog(taxpayer).getByRole('button', { name: '发送', exact: true })).toBeDisabled()
  await dialog(taxpayer).getByRole('button', { name: '取消' }).click()
})

test('with no line a picture waits with how far it is, the words after it too; both go in their order', async () => {
  await program.stopServer()
  await choose(taxpayer, '图片', given('断网时.png', await talkPicture('png')))
  await send(taxpayer)
  await expect(stream(taxpayer).getByText(/网络恢复后自动继续/)).toBeVisible()
  await say(taxpayer, '就是这张')
  await looksGood(taxpayer)
  await program.startServer()
  await expect(stream(agent).getByText('就是这张')).toBeVisible()
  await isDrawn(agent, '断网时.png')
  const order = await stream(agent).evaluate((log) => log.innerHTML.indexOf('断网时.png') < log.innerHTML.indexOf('就是这张'))
  expect(order).toBe(true)
})

test('a picture that was sent is taken back, and is gone from the other side', async () => {
  const row = stream(taxpayer)
    .locator('[data-message]')
    .filter({ has: taxpayer.getByRole('button', { name: '查看图片“断网时.png”' }) })
  await row.hover()
  await row.getByRole('button', { name: '撤回' }).click()
  await expect(pictureIn(agent, '断网时.png')).toBeHidden()
  await expect(stream(agent).getByText('对方撤回了一条消息')).toBeVisible()
})
