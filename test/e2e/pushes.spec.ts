// 精准推送 from the office's side to the taxpayer's: written, counted, sent, followed, called for by the desktop, withdrawn.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, signIn } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page
let second: Page
let supervisor: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  second = await openWindow(browser, await program.openHost('taxpayer', 'second'))
  supervisor = await openWindow(browser, await program.openHost('console', 'supervisor'))
  await signIn(taxpayer, 'nsr001')
  await signIn(second, 'nsr001')
  await signIn(supervisor, 'bz001')
})
test.afterAll(async () => {
  await program.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const messages = (page: Page) => page.getByRole('region', { name: '我的消息' })
const unread = (page: Page) => messages(page).getByRole('heading', { name: /我的消息/ })
const rail = (page: Page) => page.getByRole('navigation', { name: '主导航' })
const count = (page: Page, name: string) => page.locator(`[data-count=${name}] dd`)
const form = (page: Page) => page.getByRole('form', { name: '推送内容' })
async function write(page: Page, title: string, text: string): Promise<void> {
  await press(page, '新建推送')
  await form(page).getByLabel('标题').fill(title)
  await form(page).getByLabel('内容').fill(text)
}
async function sendNow(page: Page): Promise<void> {
  await press(page, '发送…')
  await expect(page.getByRole('dialog').getByText(/将发送给 \d+ 位纳税人/)).toBeVisible()
  await press(page, '确认发送')
}

test('an empty page says what it is for; what is missing is said at its field', async () => {
  test.slow()
  await rail(supervisor).getByRole('link', { name: '推送' }).click()
  await expect(supervisor.getByText('还没有推送')).toBeVisible()
  await expectGoodLook(supervisor)
  await press(supervisor, '新建推送')
  await press(supervisor, '发送…')
  await expect(supervisor.getByText('请填写标题。')).toBeVisible()
  await expect(form(supervisor).getByLabel('标题')).toBeFocused()
  await expectGoodLook(supervisor)
  await press(supervisor, '放弃修改')
  await confirm(supervisor).click()
  await expect(supervisor.getByText('从左侧选择一条推送')).toBeVisible()
})

test('a push is written, its audience counted, and reaches every window of those it is for at once', async () => {
  test.slow()
  await write(supervisor, '请预约办理发票升位', '请于**月底前**预约办理，材料见下：\n\n- 营业执照\n- 经办人身份证')
  await form(supervisor).getByRole('combobox', { name: '按钮' }).selectOption('打开本程序的页面')
  await supervisor.getByLabel('打开的页面').selectOption('去预约')
  await supervisor.getByText('纳税人类型', { exact: true }).click()
  await supervisor.getByRole('checkbox', { name: '自然人' }).check()
  await expect(supervisor.getByRole('status').getByText('1 位')).toBeVisible()
  await supervisor.getByRole('checkbox', { name: '自然人' }).uncheck()
  await supervisor.getByText('标签', { exact: true }).click()
  await supervisor.getByRole('checkbox', { name: /重点服务企业/ }).check()
  await expect(supervisor.getByText('演示****公司')).toBeVisible()
  await supervisor.keyboard.press('Control+s')
  await expect(supervisor.getByText('草稿已保存。')).toBeVisible()
  await expectGoodLook(supervisor)
  const toasts = [taxpayer, second].map((page) => expect(page.getByText('新消息：请预约办理发票升位')).toBeVisible())
  await press(supervisor, '发送…')
  await expect(supervisor.getByRole('dialog').getByText('将发送给 1 位纳税人。')).toBeVisible()
  await expectGoodLook(supervisor)
  await press(supervisor, '确认发送')
  await Promise.all(toasts)
  for (const page of [taxpayer, second]) await expect(unread(page)).toHaveText(/1/)
  await expect(supervisor.getByRole('article').getByText('已发送')).toBeVisible()
  await expect(count(supervisor, 'told')).toHaveText(/^1/)
  await expectGoodLook(supervisor)
})

test('opened, it is read in every window, and its button opens the page it names', async () => {
  await messages(taxpayer)
    .getByRole('button', { name: /请预约办理发票升位/ })
    .click()
  await expect(messages(taxpayer).getByText('月底前')).toBeVisible()
  for (const page of [taxpayer, second]) await expect(unread(page)).toHaveText('我的消息')
  await press(taxpayer, '去预约')
  await expect(taxpayer.getByRole('radio', { name: '线上互动' })).toBeVisible()
  await taxpayer.keyboard.press('Escape')
  await supervisor.getByRole('article').getByRole('button', { name: '刷新' }).click()
  await expect(count(supervisor, 'read')).toHaveText(/^1/)
})

test('whoever is not before the window is called by a note of the desktop, which opens what it is about', async () => {
  await second.context().grantPermissions(['notifications'])
  await second.addInitScript(() => {
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
  await second.reload()
  await expect(messages(second)).toBeVisible()
  await second.evaluate(() => window.dispatchEvent(new Event('blur')))
  await write(supervisor, '请补充受益所有人信息', '请登录电子税务局补充。')
  await sendNow(supervisor)
  const titles = () =>
    second.evaluate(() => (window as unknown as { shown: Notification[] }).shown.map(({ title, body }) => `${title} ${body}`))
  await expect.poll(titles).toEqual(['您有一条待办提醒 请补充受益所有人信息'])
  await second.evaluate(() => (window as unknown as { shown: Notification[] }).shown[0]?.dispatchEvent(new Event('click')))
  await expect(second.getByRole('region', { name: '个人中心' }).getByText('请登录电子税务局补充。')).toBeVisible()
  await expect(unread(taxpayer)).toHaveText('我的消息')
  await expectGoodLook(second)
})

test('the person turns notes of the desktop off, and on again', async () => {
  await press(second, '返回会话')
  const account = second.getByRole('banner').getByRole('button', { name: /演示/ })
  await account.click()
  await second.getByRole('menuitem', { name: '桌面通知：已开启' }).click()
  await account.click()
  await expect(second.getByRole('menuitem', { name: '桌面通知：已关闭' })).toBeVisible()
  await expectGoodLook(second)
  await second.getByRole('menuitem', { name: '桌面通知：已关闭' }).click()
})

test('withdrawn, it is gone from every window, read or not', async () => {
  test.slow()
  await write(supervisor, '日期有误的提醒', '请于二月三十日前办理。')
  await sendNow(supervisor)
  for (const page of [taxpayer, second]) await expect(unread(page)).toHaveText(/1/)
  await messages(taxpayer)
    .getByRole('button', { name: /日期有误的提醒/ })
    .click()
  await expect(messages(taxpayer).getByText('请于二月三十日前办理。')).toBeVisible()
  await press(supervisor, '撤回…')
  await supervisor.getByRole('dialog').getByLabel('撤回原因').fill('日期写错了')
  await expectGoodLook(supervisor)
  await press(supervisor, '确认撤回')
  await expect(messages(taxpayer).getByText('该消息已由发送单位撤回')).toBeVisible()
  await expect(messages(taxpayer).getByText('请于二月三十日前办理。')).toHaveCount(0)
  for (const page of [taxpayer, second]) await expect(unread(page)).toHaveText('我的消息')
  await press(taxpayer, '返回列表')
  await expect(messages(taxpayer).getByRole('button', { name: /已撤回.*日期有误的提醒/ })).toBeVisible()
  await expectGoodLook(taxpayer)
  await expect(supervisor.getByRole('article').getByText('已撤回').first()).toBeVisible()
  await expectGoodLook(supervisor)
})

test('timed, it waits, and can be made a draft again or cancelled', async () => {
  await write(supervisor, '下月申报期提醒', '下月申报期至二十日。')
  await press(supervisor, '发送…')
  await supervisor.getByRole('radio', { name: '定时发送' }).check()
  await expectGoodLook(supervisor)
  await press(supervisor, '确认发送')
  await expect(supervisor.getByRole('article').getByText('待发送')).toBeVisible()
  await expectGoodLook(supervisor)
  await press(supervisor, '改回草稿')
  await confirm(supervisor).click()
  await expect(supervisor.getByRole('form', { name: '推送内容' })).toBeVisible()
  await press(supervisor, '取消推送')
  await confirm(supervisor).click()
  await expect(supervisor.getByRole('article').getByText('已取消')).toBeVisible()
})

test('an administrator reaches every office, and links to an answer; others have no such page', async ({ browser }) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(admin, 'admin001')
  await rail(admin).getByRole('link', { name: '推送' }).click()
  await expect(admin.getByRole('button', { name: /日期有误的提醒/ })).toBeVisible()
  await write(admin, '契税政策提醒', '契税税率请以知识库为准。')
  await admin.getByText('消息提示', { exact: true }).click()
  await form(admin).getByRole('combobox', { name: '按钮' }).selectOption('查看知识条目')
  await admin.getByLabel('查找知识条目').fill('契税税率')
  await admin.locator('.hits').getByRole('button').first().click()
  await expectGoodLook(admin)
  await sendNow(admin)
  await expect(admin.getByRole('article').getByText('已发送')).toBeVisible()
  await messages(taxpayer)
    .getByRole('tab', { name: /消息提示/ })
    .click()
  await messages(taxpayer)
    .getByRole('button', { name: /契税政策提醒/ })
    .click()
  await press(taxpayer, '查看解答')
  await expect(taxpayer.getByLabel('会话消息').getByText('契税').first()).toBeVisible()
  const agent = await openWindow(browser, await program.openHost('console', 'agent'))
  await signIn(agent, 'zx001')
  await expect(rail(agent).getByRole('link', { name: '工单' })).toBeVisible()
  await expect(rail(agent).getByRole('link', { name: '推送' })).toHaveCount(0)
  for (const page of [admin, agent]) await page.context().close()
})

test('taxpayers are tagged by their numbers, and a push reaches those who have the tag', async () => {
  const tags = supervisor.getByRole('dialog', { name: '纳税人标签' })
  await rail(supervisor).getByRole('link', { name: '推送' }).click()
  await press(supervisor, '纳税人标签')
  await expect(tags.getByRole('button', { name: /重点服务企业/ })).toBeVisible()
  await expectGoodLook(supervisor)
  await press(supervisor, '添加')
  await expect(tags.getByText('请填写标签名。')).toBeVisible()
  await expect(tags.getByText('请填写至少一个纳税人识别号。')).toBeVisible()
  await expectGoodLook(supervisor)

  await tags.getByLabel('标签名').fill('跨境电商')
  await tags.getByLabel('纳税人识别号').fill('91000000ma00000018\n91000000MA00000099')
  await press(supervisor, '添加')
  await expect(tags.getByText('已为 1 位纳税人添加标签“跨境电商”。')).toBeVisible()
  await expect(tags.getByText(/有 1 个识别号未找到/)).toBeVisible()
  await expect(tags.getByLabel('纳税人识别号')).toHaveValue('91000000MA00000099')
  const tagged = tags.getByRole('region', { name: '带有“跨境电商”的纳税人' })
  await expect(tagged.getByText('演示商贸有限公司')).toBeVisible()
  for (const size of [
    { width: 420, height: 720 },
    { width: 1280, height: 800 },
  ]) {
    await supervisor.setViewportSize(size)
    await expectGoodLook(supervisor)
  }
  await press(supervisor, '关闭')

  await write(supervisor, '跨境电商退税', '请查看新的操作指引。')
  await supervisor.locator('[data-condition=标签] summary').click()
  await supervisor.getByRole('checkbox', { name: '跨境电商（1）' }).check()
  await expect(supervisor.getByText('1 位', { exact: true })).toBeVisible()
  await sendNow(supervisor)
  await messages(taxpayer)
    .getByRole('tab', { name: /待办提醒/ })
    .click()
  await expect(messages(taxpayer).getByText('跨境电商退税')).toBeVisible()

  await press(supervisor, '纳税人标签')
  await tags.getByRole('button', { name: '跨境电商 1', exact: true }).click()
  await press(supervisor, '从“演示商贸有限公司”移除标签“跨境电商”')
  await expect(tags.getByRole('button', { name: '跨境电商 1', exact: true })).toBeHidden()
  await press(supervisor, '关闭')
})

test('in a narrow window, list and form are shown one at a time', async () => {
  test.slow()
  await supervisor.setViewportSize({ width: 420, height: 720 })
  await press(supervisor, '返回列表')
  await expectGoodLook(supervisor)
  await press(supervisor, '新建推送')
  await expectGoodLook(supervisor)
  await press(supervisor, '返回列表')
  await supervisor.getByRole('button', { name: /日期有误的提醒/ }).click()
  await expectGoodLook(supervisor)
  await taxpayer.setViewportSize({ width: 420, height: 720 })
  await expectGoodLook(taxpayer)
})
