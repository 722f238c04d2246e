// 系统管理 · 账号: from a new account to its first sign-in, and out again.
import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, signIn } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const OWN = 'Own@Pass1'
let program: Program
let admin: Page
let officer: Page
let first = ''

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  admin = await openWindow(browser, await program.openHost('console'))
  await signIn(admin, 'admin001')
  await admin.getByRole('link', { name: '账号' }).click()
})
test.afterAll(async () => {
  await program.close()
})

const row = (name: string) => admin.getByRole('region', { name: '账号' }).getByRole('row').filter({ hasText: name })
const drawer = () => admin.getByRole('dialog', { name: /账号/ })
const passwordDialog = () => admin.getByRole('dialog', { name: '初始密码' })
async function act(name: string, action: string): Promise<void> {
  await admin.getByRole('button', { name: `更多操作：${name}` }).click()
  await admin.getByRole('menuitem', { name: action }).click()
}
async function enter(page: Page, password: string): Promise<void> {
  await page.getByLabel('账号').fill('zx010')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
const openOfficer = async (browser: Browser): Promise<Page> => openWindow(browser, await program.openHost('console', 'wang'))

test('the officers are listed; the form says at each field what is missing', async () => {
  await expect(row('演示坐席一')).toContainText(/zx001.*坐席 1001.*综合服务.*演示市税务局.*正常/s)
  await expect(row('演示系统管理员')).toContainText('本人')
  await expectGoodLook(admin)
  await admin.getByRole('button', { name: '新建账号' }).click()
  await drawer().getByRole('button', { name: '建立账号' }).click()
  await expect(drawer().getByRole('alert')).toHaveText([
    '请按要求填写账号。',
    '请填写姓名，最多 40 个字。',
    '请填写工号，最多 10 位数字或字母。',
    '请至少选择一个技能组。',
  ])
  await expectGoodLook(admin)
})

test('a number that somebody has is refused at its field, and what was typed stays', async () => {
  await drawer().getByLabel('账号').fill('zx010')
  await drawer().getByLabel('姓名').fill('演示新坐席')
  await drawer().getByLabel('坐席工号').fill('1001')
  await drawer().getByLabel('综合服务').check()
  await drawer().getByRole('button', { name: '建立账号' }).click()
  await expect(drawer().getByRole('alert')).toHaveText('坐席工号 1001 已由演示坐席一使用，请换一个。')
  await expect(drawer().getByLabel('姓名')).toHaveValue('演示新坐席')
  await drawer().getByLabel('坐席工号').fill('1010')
  await drawer().getByLabel('发票').check()
  await drawer().getByRole('button', { name: '建立账号' }).click()
  await expect(passwordDialog()).toContainText('演示新坐席（zx010）')
  first = await passwordDialog().locator('[translate=no]').innerText()
  await expectGoodLook(admin)
  await passwordDialog().getByRole('button', { name: '我已记下' }).click()
  await expect(row('演示新坐席')).toContainText(/坐席 1010.*待设密码.*从未登录/s)
})

test('the first sign-in asks for a password of one’s own', async ({ browser }) => {
  officer = await openOfficer(browser)
  await enter(officer, first)
  await officer.getByLabel('新密码', { exact: true }).fill('simple')
  await officer.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(officer.getByText('至少 8 个字符。')).toBeVisible()
  await expectGoodLook(officer)
  await officer.getByLabel('新密码', { exact: true }).fill(OWN)
  await officer.getByLabel('再次输入新密码').fill(OWN)
  await officer.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(officer.getByRole('button', { name: '演示新坐席' })).toBeVisible()
  await admin.getByRole('button', { name: '刷新' }).click()
  await expect(row('演示新坐席')).toContainText('正常')
})

test('an officer changes their password in their own menu', async () => {
  await officer.getByRole('button', { name: '演示新坐席' }).click()
  await officer.getByRole('menuitem', { name: '修改密码' }).click()
  const dialog = officer.getByRole('dialog', { name: '修改密码' })
  await dialog.getByLabel('原密码').fill('wrong')
  await dialog.getByLabel('新密码', { exact: true }).fill('Other@Pass1')
  await dialog.getByLabel('再次输入新密码').fill('Other@Pass1')
  await dialog.getByRole('button', { name: '修改密码' }).click()
  await expect(dialog.getByText('原密码不正确，请重新输入。')).toBeVisible()
  await expectGoodLook(officer)
  await dialog.getByLabel('原密码').fill(OWN)
  await dialog.getByRole('button', { name: '修改密码' }).click()
  await expect(officer.getByText('密码已修改。')).toBeVisible()
})

test('disabled, they are out at once and are told so when they come again', async () => {
  await act('演示新坐席', '停用')
  await confirm(admin).click()
  await expect(row('演示新坐席')).toContainText('已停用')
  await expect(officer.getByLabel('账号')).toBeVisible()
  await enter(officer, 'Other@Pass1')
  await expect(officer.getByText('该账号已停用，请联系系统管理员。')).toBeVisible()
  await act('演示新坐席', '恢复使用')
  await expect(row('演示新坐席')).toContainText('正常')
  await officer.getByRole('button', { name: '登录', exact: true }).click()
  await expect(officer.getByRole('button', { name: '演示新坐席' })).toBeVisible()
})

test('another role is another desk, after signing in again', async () => {
  await admin.getByRole('button', { name: '修改：演示新坐席' }).click()
  await drawer().getByRole('combobox', { name: '角色' }).selectOption({ label: '知识维护员' })
  await expect(drawer().getByLabel('坐席工号')).toBeHidden()
  await drawer().getByRole('button', { name: '保存' }).click()
  await expect(row('演示新坐席')).toContainText('知识维护员')
  await enter(officer, 'Other@Pass1')
  await expect(officer.getByRole('link', { name: '知识库' })).toBeVisible()
  await expect(officer.getByRole('link', { name: '工作台' })).toBeHidden()
})

test('what was done is in the log, and narrow nothing is cut off', async () => {
  await admin.getByRole('textbox', { name: '查找' }).fill('没有这个人')
  await expect(admin.getByText('没有符合条件的账号')).toBeVisible()
  await admin.getByRole('button', { name: '清除条件' }).click()
  await admin.getByRole('combobox', { name: '角色' }).selectOption({ label: '知识维护员' })
  await expect(row('演示坐席一')).toBeHidden()
  await admin.setViewportSize({ width: 420, height: 720 })
  await expect(row('演示新坐席')).toBeVisible()
  await expectGoodLook(admin)
  await admin.getByRole('button', { name: '修改：演示新坐席' }).click()
  await expectGoodLook(admin)
  await drawer().getByRole('button', { name: '取消' }).click()
  await admin.getByRole('link', { name: '审计日志' }).click()
  await admin.getByRole('combobox', { name: '类型' }).selectOption({ label: '账号' })
  await expect(admin.getByText('角色：坐席；工号：1010；技能组：综合服务、发票；同时接待：5 个').first()).toBeVisible()
})
