// Asking by picture at the taxpayer's window: pasted, chosen or dropped, read on this machine, corrected, answered.
import { expect, test, type Page } from '@playwright/test'
import { fixturePath } from '../support/reading-fixtures.ts'
import { expectGoodLook } from './support/good-look.ts'
import { input, openWindow, signIn, stream } from './support/people.ts'
import { choose, drop, paste } from './support/pictures.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await signIn(taxpayer, 'nsr001')
  await expect(taxpayer.getByRole('button', { name: '图片' })).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

const panel = (): ReturnType<Page['getByRole']> => taxpayer.getByRole('region', { name: '以图提问' })
const question = (): ReturnType<Page['getByRole']> => taxpayer.getByRole('textbox', { name: '识别结果，请核对后发送' })

test('a pasted screenshot becomes a question that can be corrected, and Enter asks it', async () => {
  await input(taxpayer).fill('这句话还没有写完')
  await paste(taxpayer, 'quota')
  await expect(panel().getByRole('img', { name: '要识别的图片' })).toBeVisible()
  await expect(panel()).toContainText('图片只在本机识别，不会上传')
  await expect(question()).toHaveValue('您的发票额度不足，请申请调整发票总额度后再开具。', { timeout: 30_000 })
  await expect(question()).toBeFocused()
  await question().fill('发票额度不足，怎么申请调整发票总额度')
  await question().press('Enter')
  await expect(panel()).toBeHidden()
  await expect(stream(taxpayer).getByText('发票额度不足，怎么申请调整发票总额度')).toBeVisible()
  await expect(stream(taxpayer).getByText('依据').last()).toBeVisible()
})

test('what was being typed is still there', async () => {
  await expect(input(taxpayer)).toHaveValue('这句话还没有写完')
  await expect(input(taxpayer)).toBeFocused()
  await input(taxpayer).fill('')
})

test('a chosen picture is asked with 「发送」', async () => {
  await choose(taxpayer, fixturePath('dark-red-letter'))
  await expect(question()).toHaveValue('红字发票信息确认单已存在，不能重复提交。', { timeout: 30_000 })
  await panel().getByRole('button', { name: '发送' }).click()
  await expect(stream(taxpayer).getByText('红字发票信息确认单已存在，不能重复提交。')).toBeVisible()
})

test('a dropped picture is read too, and Esc gives it up', async () => {
  await drop(taxpayer, 'window-disk')
  await expect(question()).toHaveValue(/无法读取税控设备信息/, { timeout: 30_000 })
  await question().press('Escape')
  await expect(panel()).toBeHidden()
  await expect(stream(taxpayer).getByText('无法读取税控设备信息')).toHaveCount(0)
})

test('what is no picture says so in place, and another one can be chosen', async () => {
  await choose(taxpayer, { name: 'screenshot.png', mimeType: 'image/png', buffer: Buffer.from('不是图片') })
  await expect(panel().getByRole('alert')).toHaveText('这不是能识别的图片，或文件已损坏，请重新截图后再试。')
  await choose(taxpayer, fixturePath('notice-busy'))
  await expect(question()).toHaveValue(/系统繁忙/, { timeout: 30_000 })
})

test('the panel reads well, narrow as wide', async () => {
  for (const size of [
    { width: 420, height: 720 },
    { width: 1280, height: 800 },
  ]) {
    await taxpayer.setViewportSize(size)
    await expectGoodLook(taxpayer)
  }
  await panel().getByRole('button', { name: '取消' }).click()
})

test('it works without a line', async () => {
  await program.stopServer()
  await expect(taxpayer.getByText('离线', { exact: true })).toBeVisible()
  await paste(taxpayer, 'overdue')
  await expect(question()).toHaveValue(/您存在逾期未申报记录/, { timeout: 30_000 })
  await question().press('Enter')
  await expect(stream(taxpayer).getByText('离线应答').last()).toBeVisible()
  await program.startServer()
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
})
