// 系统管理 · 参数设置 in two administrators' windows, and what a change does to the bot.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 720 } }

let program: Program
let admin: Page

// Each look is examined twice, light and dark: slow on a busy machine.
test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  admin = await openWindow(browser, await program.openHost('console'))
  await signIn(admin, 'admin001')
})
test.afterAll(async () => {
  await program.close()
})

const row = (page: Page, label: string) => page.locator('form').filter({ has: page.getByText(label, { exact: true }) })
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const save = (page: Page, label: string) => page.getByRole('button', { name: `保存${label}` })

test('an administrator begins at 系统管理, and finds every setting with its meaning', async () => {
  await expect(admin.getByRole('heading', { name: '系统管理' })).toBeVisible()
  await expect(admin.getByRole('heading', { name: '参数设置' })).toBeVisible()
  await expect(row(admin, '未命中轮数')).toContainText('范围：1–10 轮')
  await expect(row(admin, '未命中轮数')).toContainText('默认：3 轮')
  await expect(row(admin, '未命中轮数')).toContainText('未修改过')
  await expectGoodLook(admin)
})

test('a value out of its range is not saved, and stays as it was typed', async () => {
  await field(admin, '未命中轮数').fill('99')
  await expect(row(admin, '未命中轮数').getByRole('alert')).toHaveText('请填写整数，范围 1–10 轮。')
  await expect(save(admin, '未命中轮数')).toBeDisabled()
  await field(admin, '智能联想条数').focus()
  await expect(field(admin, '未命中轮数')).toHaveValue('99')
  await expectGoodLook(admin)
  await field(admin, '未命中轮数').press('Escape')
  await expect(field(admin, '未命中轮数')).toHaveValue('3')
})

test('what is saved says who did it, and lasts', async () => {
  await field(admin, '未命中轮数').fill('2')
  await expect(row(admin, '未命中轮数')).toContainText('尚未保存，当前为 3 轮')
  await field(admin, '未命中轮数').press('Enter')
  await expect(admin.getByText('“未命中轮数”已保存。')).toBeVisible()
  await expect(row(admin, '未命中轮数')).toContainText(/演示系统管理员，今天 \d\d:\d\d 修改/)
  await expect(field(admin, '未命中轮数')).toBeFocused()
  await admin.reload()
  await expect(field(admin, '未命中轮数')).toHaveValue('2')
})

test('the bot offers a person after as many rounds as were set', async ({ browser }) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '退税')
  await expect(stream(taxpayer).getByLabel(/可选问题|猜你想问/)).toHaveCount(1)
  await expect(stream(taxpayer).getByText('多次没有找到您需要的内容')).toHaveCount(0)
  await say(taxpayer, '退税')
  await expect(stream(taxpayer).getByText('多次没有找到您需要的内容')).toBeVisible()
  await taxpayer.context().close()
})

test('another administrator’s change is there when the page is opened anew, and by 刷新', async ({ browser }) => {
  const other = await openWindow(browser, await program.openHost('console', 'other'))
  await signIn(other, 'admin001')
  await expect(field(other, '答复召回范围')).toHaveValue('365')
  await field(other, '答复召回范围').fill('180')
  await save(other, '答复召回范围').click()
  await expect(row(other, '答复召回范围')).toContainText('演示系统管理员')
  await expect(field(admin, '答复召回范围')).toHaveValue('365')
  await admin.getByRole('button', { name: '刷新' }).click()
  await expect(field(admin, '答复召回范围')).toHaveValue('180')
  await field(other, '答复召回范围').fill('90')
  await other.keyboard.press('Control+s')
  await expect(save(other, '答复召回范围')).toBeDisabled()
  await admin.getByRole('link', { name: '知识' }).click()
  await admin.getByRole('link', { name: '系统管理' }).click()
  await expect(field(admin, '答复召回范围')).toHaveValue('90')
  await other.context().close()
})

test('恢复默认 asks, and brings the default back', async () => {
  await admin.getByRole('button', { name: '答复召回范围恢复默认' }).click()
  await expect(admin.getByRole('dialog')).toContainText('由 90 天 恢复为默认值 365 天')
  await expectGoodLook(admin)
  await confirm(admin).click()
  await expect(field(admin, '答复召回范围')).toHaveValue('365')
  await expect(admin.getByRole('button', { name: '答复召回范围恢复默认' })).toHaveCount(0)
})

test('all of it is reached with the keyboard', async () => {
  await field(admin, '智能联想条数').focus()
  await admin.keyboard.press('ArrowUp')
  await expect(field(admin, '智能联想条数')).toHaveValue('9')
  await admin.keyboard.press('Tab')
  await expect(save(admin, '智能联想条数')).toBeFocused()
  await admin.keyboard.press('Tab')
  await expect(admin.getByRole('button', { name: '取消修改智能联想条数' })).toBeFocused()
  await admin.keyboard.press('Enter')
  await expect(field(admin, '智能联想条数')).toHaveValue('8')
  await expect(field(admin, '智能联想条数')).toBeFocused()
})

test('narrow: everything is there, nothing is cut off', async () => {
  await admin.setViewportSize(sizes.narrow)
  await expect(field(admin, '未命中轮数')).toBeVisible()
  await expectGoodLook(admin)
  await field(admin, '语义向量模型目录').fill('目'.repeat(401))
  await expect(row(admin, '语义向量模型目录').getByRole('alert')).toContainText('最多 400 个字')
  await expectGoodLook(admin)
  await field(admin, '语义向量模型目录').press('Escape')
  await admin.setViewportSize(sizes.wide)
})

test('with no line nothing is lost, and with it again it can be saved', async () => {
  await field(admin, '每批热词个数').fill('4')
  await program.stopServer()
  await expect(admin.getByText('与服务的连接已断开').first()).toBeVisible()
  await save(admin, '每批热词个数').click()
  await expect(row(admin, '每批热词个数').getByRole('alert')).toContainText('未连接到服务')
  await expectGoodLook(admin)
  await admin.reload()
  await expect(admin.getByRole('alert')).toContainText('未连接到服务')
  await expectGoodLook(admin)
  await program.startServer()
  await expect(field(admin, '每批热词个数')).toHaveValue('6')
  await field(admin, '每批热词个数').fill('4')
  await save(admin, '每批热词个数').click()
  await expect(row(admin, '每批热词个数')).toContainText('演示系统管理员')
})
