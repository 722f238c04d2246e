// 我的收藏 and 快捷入口: a taxpayer's own choice, at once, on every device, with a line and without.
import { expect, test, type Page } from '@playwright/test'
import { routes } from '@zhengna/contract/http/index.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { callRoute, signIn as signInByRoute } from '../support/raw-api.ts'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const narrow = { width: 420, height: 720 }
let program: Program
let wide: Page
let second: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  program = await startProgram()
  wide = await openWindow(browser, await program.openHost('taxpayer'))
  second = await openWindow(browser, await program.openHost('taxpayer', 'second'), narrow)
  await signIn(wide, 'nsr001')
  await signIn(second, 'nsr001')
})
test.afterAll(async () => {
  await program.close()
})

const keepButtons = (page: Page) => stream(page).getByRole('button', { name: '收藏', exact: true })
const panel = (page: Page) => page.getByRole('region', { name: '我的收藏' })
const centre = (page: Page) => page.getByRole('region', { name: '个人中心' })
/** 【更多>】 of 我的收藏. */
const openAll = async (page: Page): Promise<void> => {
  await panel(page).getByRole('button', { name: '更多收藏' }).click()
  await expect(centre(page).getByRole('heading', { name: '我的收藏' })).toBeFocused()
}
const isOnline = (page: Page, word: '在线' | '离线') => expect(page.getByText(word, { exact: true })).toBeVisible({ timeout: 30_000 })
/** The narrow window has it behind a tool. */
const openNarrowPanel = async (): Promise<void> => {
  await second.getByRole('toolbar', { name: '会话工具' }).getByRole('button', { name: '常见问题' }).click()
  await expect(panel(second)).toBeVisible()
}

test('an answer is kept with one press and is in the list at once, in every window', async () => {
  await expect(panel(wide).getByText('点击答复下方的「收藏」')).toBeVisible()
  await expectGoodLook(wide)
  await say(wide, '买房契税税率是多少')
  await keepButtons(wide).click()
  await expect(wide.getByText('收藏成功')).toBeVisible()
  await expect(keepButtons(wide)).toHaveAttribute('aria-pressed', 'true')
  await expect(panel(wide).getByRole('listitem')).toHaveCount(1)
  await expect(keepButtons(second)).toHaveAttribute('aria-pressed', 'true')
  await openNarrowPanel()
  await expect(panel(second).getByRole('listitem')).toHaveCount(1)
  await expectGoodLook(second)
})

test('pressed again it is kept no longer, anywhere; hints cannot be kept', async () => {
  await keepButtons(wide).click()
  await expect(wide.getByText('已取消收藏')).toBeVisible()
  await expect(panel(wide).getByRole('listitem')).toHaveCount(0)
  await expect(panel(second).getByRole('listitem')).toHaveCount(0)
  await say(wide, '今天晚上吃什么菜比较好')
  await expect(keepButtons(wide)).toHaveCount(1)
})

test('all of them are searched in part, and one opened is shown as in the chat', async () => {
  await keepButtons(wide).click()
  for (const question of ['印花税税率是多少', '数电票票面有哪些内容', '个税汇算什么时候办']) {
    await say(wide, question)
    await expect(keepButtons(wide).last()).toHaveAttribute('aria-pressed', 'false')
    await keepButtons(wide).last().click()
    await expect(keepButtons(wide).last()).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(panel(wide).getByRole('listitem')).toHaveCount(4)
  await expect(wide.locator('.el-message')).toHaveCount(0)
  await expectGoodLook(wide)
  await openAll(wide)
  await expect(centre(wide).getByText('共 4 条')).toBeVisible()
  await expectGoodLook(wide)
  await centre(wide).getByLabel('收藏内容').fill('没有这样的收藏')
  await wide.keyboard.press('Enter')
  await expect(centre(wide).getByText('没有符合条件的记录')).toBeVisible()
  await expectGoodLook(wide)
  await centre(wide).getByLabel('收藏内容').fill('契税')
  await wide.keyboard.press('Enter')
  await expect(centre(wide).getByText('共 1 条')).toBeVisible()
  await centre(wide)
    .getByRole('button', { name: /查看详情.*契税/ })
    .click()
  await expect(centre(wide).getByText('中华人民共和国契税法').first()).toBeVisible()
  await expectGoodLook(wide)
  await wide.keyboard.press('Escape')
  await expect(centre(wide).getByRole('button', { name: /查看详情.*契税/ })).toBeFocused()
  await wide.keyboard.press('Escape')
  await expect(centre(wide)).toBeHidden()
})

test('one that was withdrawn meanwhile says so, and is asked again', async () => {
  const articleId = 'deed-tax-rate' as ArticleId
  const { accessToken: token } = await signInByRoute(program.serverUrl(), 'zs001')
  await callRoute(program.serverUrl(), routes.expireArticle, {
    token,
    params: { articleId },
    body: { reason: '政策已停用', isWrong: false },
  })
  await expect(panel(wide).getByText('已撤回')).toBeVisible()
  await panel(wide).getByRole('button', { name: /契税/ }).click()
  await expect(centre(wide).getByRole('note')).toContainText('这条答复已撤回，不再适用。')
  await expectGoodLook(wide)
  await wide.keyboard.press('Escape')
  await expect(centre(wide).getByRole('row', { name: /契税/ })).toContainText('已撤回')
  await expectGoodLook(wide)
  await centre(wide)
    .getByRole('button', { name: /查看详情.*契税/ })
    .click()
  await centre(wide).getByRole('button', { name: '重新提问' }).click()
  await expect(centre(wide)).toBeHidden()
  await expect(stream(wide).getByText('买住房契税税率是多少', { exact: false }).last()).toBeVisible()
})

test('with no line they open, are toggled and searched; a restart keeps them, and the line brings them everywhere', async ({ browser }) => {
  test.slow()
  await expect(stream(wide).getByText('待发')).toHaveCount(0)
  await program.stopServer()
  await isOnline(wide, '离线')
  await say(wide, '子女教育专项附加扣除标准是多少')
  await expect(stream(wide).getByText('离线应答').last()).toBeVisible()
  // Another question may still wait for its answer too.
  await expect(stream(wide).getByRole('article').last()).toContainText('子女')
  await keepButtons(wide).last().click()
  await expect(panel(wide).getByRole('listitem')).toHaveCount(5)
  await program.killHost('taxpayer')
  wide = await openWindow(browser, await program.openHost('taxpayer'))
  await expect(panel(wide).getByRole('listitem')).toHaveCount(5)
  await panel(wide)
    .getByRole('button', { name: /子女教育/ })
    .click()
  await expect(centre(wide).getByRole('button', { name: '收藏', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await wide.keyboard.press('Escape')
  await expect(centre(wide).getByText('离线，显示本机保存的收藏')).toBeVisible()
  await centre(wide).getByLabel('收藏内容').fill('子女教育')
  await wide.keyboard.press('Enter')
  await expect(centre(wide).getByText('共 1 条')).toBeVisible()
  await expectGoodLook(wide)
  await wide.keyboard.press('Escape')
  await expect(panel(second).getByRole('listitem')).toHaveCount(4)
  await program.startServer()
  await isOnline(wide, '在线')
  await expect(panel(second).getByRole('listitem')).toHaveCount(5)
})

test('the narrow window shows them the same', async () => {
  test.slow()
  await openAll(second)
  await expect(centre(second).getByText('共 5 条')).toBeVisible()
  await expectGoodLook(second)
  await centre(second)
    .getByRole('button', { name: /查看详情.*契税/ })
    .click()
  await expectGoodLook(second)
  await second.keyboard.press('Escape')
  await second.keyboard.press('Escape')
  await expect(centre(second)).toBeHidden()
  await expectGoodLook(second)
})

const bar = (page: Page) => page.getByRole('navigation', { name: '快捷入口' })
const shortcutDialog = (page: Page) => page.getByRole('dialog', { name: /快捷入口/ })
const names = (page: Page) => bar(page).getByRole('listitem').locator('.name').allInnerTexts()

test('tiles ask, open what is in the window, and open links in the person’s own browser', async () => {
  await bar(wide).getByRole('button', { name: '申报期限' }).click()
  await expect(stream(wide).getByText('本月申报截止日期是哪天')).toBeVisible()
  await bar(wide).getByRole('button', { name: '我的消息' }).click()
  await expect(wide.getByRole('heading', { name: /我的消息/ })).toBeFocused()
  await bar(wide).getByRole('button', { name: '问答套餐' }).click()
  await expect(wide.getByRole('tab', { name: '问答套餐', selected: true })).toBeVisible()
  await bar(wide).getByRole('button', { name: '我的收藏' }).click()
  await expect(centre(wide).getByRole('heading', { name: '我的收藏' })).toBeVisible()
  await wide.keyboard.press('Escape')
  await bar(wide).getByRole('button', { name: '个人中心' }).click()
  await expect(centre(wide).getByRole('heading', { name: '我的留言' })).toBeVisible()
  await wide.keyboard.press('Escape')
  await expect(centre(wide)).toBeHidden()
  await expect(bar(wide).getByRole('button', { name: /发票查验.*在浏览器中打开/ })).toBeEnabled()
})

test('「更多」 shows all of them, and each opens what it names', async () => {
  await bar(wide).getByRole('button', { name: '更多', exact: true }).click()
  await expect(shortcutDialog(wide).getByRole('button', { name: /税务总局/ })).toBeVisible()
  await expectGoodLook(wide)
  await shortcutDialog(wide).getByRole('button', { name: /^留言/ }).click()
  await expect(wide.getByRole('region', { name: '留言' }).getByLabel('留言内容')).toBeVisible()
  await bar(wide).getByRole('button', { name: '更多', exact: true }).click()
  await shortcutDialog(wide).getByRole('button', { name: /^预约/ }).click()
  await expect(wide.getByLabel('预约事项说明')).toBeVisible()
  await expectGoodLook(wide)
  await bar(wide).getByRole('button', { name: '更多', exact: true }).click()
  await shortcutDialog(wide)
    .getByRole('button', { name: /数电票专题/ })
    .click()
  await expect(shortcutDialog(wide)).toBeHidden()
  await expect(wide.getByRole('heading', { name: '数电票常识与交付入账' })).toBeVisible()
})

test('「管理」 adds, removes and orders with no mouse; the choice lasts, in every window', async () => {
  // It is looked at three times by axe.
  test.slow()
  const before = await names(wide)
  await bar(wide).getByRole('button', { name: '管理', exact: true }).click()
  await shortcutDialog(wide).getByRole('button', { name: '添加：税务总局' }).focus()
  await wide.keyboard.press('Enter')
  await shortcutDialog(wide).getByRole('button', { name: '移除：人工服务' }).focus()
  await wide.keyboard.press('Enter')
  await shortcutDialog(wide).getByRole('button', { name: '前移：税务总局' }).focus()
  await wide.keyboard.press('Enter')
  await expectGoodLook(wide)
  await shortcutDialog(wide).getByRole('button', { name: '完成' }).click()
  const chosen = [...before.slice(1, -1), '税务总局', ...before.slice(-1)]
  await expect.poll(async () => (await names(wide)).map((name) => name.slice(0, 4))).toEqual(chosen.map((name) => name.slice(0, 4)))
  await wide.reload()
  await expect.poll(async () => (await names(wide)).length).toBe(before.length)
  await second.getByRole('button', { name: '更多：快捷入口' }).click()
  await expectGoodLook(second)
  await shortcutDialog(second).getByRole('button', { name: '管理' }).click()
  await expect(shortcutDialog(second).getByRole('button', { name: '移除：税务总局' })).toBeVisible()
  await expectGoodLook(second)
})

test('chosen with no line it lasts, and is everywhere when the line is back', async () => {
  test.slow()
  await program.stopServer()
  await isOnline(second, '离线')
  await shortcutDialog(second).getByRole('button', { name: '移除：税务总局' }).click()
  await expect(shortcutDialog(second).getByRole('button', { name: '添加：税务总局' })).toBeVisible()
  await expect.poll(async () => (await names(wide)).some((name) => name.startsWith('税务总局'))).toBe(true)
  await program.startServer()
  await expect.poll(async () => (await names(wide)).some((name) => name.startsWith('税务总局')), { timeout: 30_000 }).toBe(false)
})
