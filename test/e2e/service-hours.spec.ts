// 服务时间: an administrator sets it, taxpayers are offered it; and what officers and taxpayers do to records reaches the other's window.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectGoodLook } from './support/good-look.ts'
import { openCentre, openWindow, signIn } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page
let agent: Page
let admin: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
  admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await signIn(admin, 'admin001')
})
test.afterAll(async () => {
  await program.close()
})

const narrow = { width: 420, height: 720 }
const wide = { width: 1280, height: 800 }
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const rail = (page: Page, name: string): Locator => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name })
const part = (page: Page, name: string) => page.getByRole('group', { name: '服务时间的内容' }).getByRole('button', { name }).click()
/** In both sizes, as the task of whoever sits there is the same. */
async function expectGoodLooks(page: Page): Promise<void> {
  await expectGoodLook(page)
  await page.setViewportSize(narrow)
  await expectGoodLook(page)
  await page.setViewportSize(wide)
}
const slots = (): Locator => taxpayer.getByRole('group', { name: '选择时间段' }).getByRole('button')

test('an office works in shifts, by the weekday: what is changed is what taxpayers are offered', async () => {
  await admin.getByRole('link', { name: '服务时间' }).click()
  await expect(admin.getByRole('group', { name: '星期一' })).toBeVisible()
  await expect(admin.getByRole('note', { name: /2027/ })).toBeVisible()
  await expectGoodLooks(admin)
  for (const day of ['星期一', '星期二', '星期三', '星期四', '星期五']) await press(admin, `删除${day}第 2 个时段`)
  await admin.getByLabel('星期一第 1 个时段结束').selectOption('08:30')
  await expect(admin.getByText('结束时间须晚于开始时间')).toBeVisible()
  await expectGoodLooks(admin)
  await admin.getByLabel('星期一第 1 个时段结束').selectOption('10:00')
  await press(admin, '星期一应用到星期二至星期五')
  await press(admin, '保存')
  await expect(admin.getByText('已保存，立即生效。')).toBeVisible()

  await press(taxpayer, '预约')
  await expect(slots().last()).toBeVisible()
  for (const text of await slots().allInnerTexts()) expect(text).toMatch(/09:[03]0/)
})

test('one half hour is booked once, and the refusal says which appointment has it', async () => {
  const book = async (): Promise<void> => {
    await taxpayer.getByRole('radio', { name: '线上互动' }).check()
    await slots().last().click()
    await taxpayer.getByLabel('预约事项说明').fill('了解汇算清缴的调整事项')
    await press(taxpayer, '提交')
    await press(taxpayer, '确认')
  }
  await book()
  const done = taxpayer.getByRole('dialog', { name: '预约提示' })
  await expect(done).toContainText('预约成功')
  await done.getByRole('button', { name: '完成' }).click()
  await press(taxpayer, '预约')
  await book()
  await expect(taxpayer.getByRole('alert').filter({ hasText: '同一时间段只能预约一次' })).toContainText(/YY\d+/)
  await expectGoodLook(taxpayer)
  await expect(rail(agent, '预约')).toBeVisible()
})

test('what would close a booked half hour is said first, and done only then', async () => {
  await part(admin, '预约容量')
  await admin.getByLabel('综合服务每半小时的预约数').fill('0')
  await admin.getByLabel('综合服务每半小时的预约数').press('Enter')
  await expect(admin.getByText('已有 1 个预约')).toBeVisible()
  await expectGoodLooks(admin)
  await admin.getByRole('button', { name: '保存综合服务' }).click()
  await expect(admin.getByText('不开放预约', { exact: true })).toBeVisible()
  await press(admin, '综合服务恢复默认')
  await expect(admin.getByText('不开放预约', { exact: true })).toHaveCount(0)
})

test('a year whose arrangement is not known is warned of; its days are set from here', async () => {
  await part(admin, '办公时间')
  await press(admin, '设置 2027 年的工作日历')
  await expect(admin.getByRole('heading', { name: '2027 年 1 月' })).toBeVisible()
  await expectGoodLooks(admin)
  await admin.getByRole('button', { name: /^2027-01-01/ }).click()
  await admin.getByLabel('说明').fill('元旦')
  await expectGoodLooks(admin)
  await admin.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  const overrides = admin.getByRole('region', { name: '2027 年已调整的日子' })
  await expect(overrides).toContainText('元旦')
  await expectGoodLooks(admin)
  await press(admin, '2027-01-01 恢复官方日历')
  await expect(overrides).toContainText('没有调整过的日子')
})

test('停机 is announced and taken back, and the history says who changed what', async () => {
  await part(admin, '停机维护')
  await press(admin, '登记停机')
  await admin.getByLabel('说明').fill('机房检修')
  await expectGoodLooks(admin)
  await admin.getByRole('dialog').getByRole('button', { name: '登记停机' }).click()
  await expect(admin.getByRole('cell', { name: '未开始' })).toBeVisible()
  await expectGoodLooks(admin)
  await admin.getByRole('button', { name: /^撤销/ }).click()
  await admin.locator('.el-message-box').getByRole('button', { name: '确定' }).click()
  await expect(admin.getByRole('button', { name: /^撤销/ })).toHaveCount(0)
  await part(admin, '变更记录')
  await expect(admin.getByRole('row', { name: /办公时间/ })).toContainText('星期一至星期五 09:00–10:00')
  await expectGoodLooks(admin)
})

test('a supervisor sees the hours of their office', async ({ browser }) => {
  const supervisor = await openWindow(browser, await program.openHost('console', 'supervisor'))
  await signIn(supervisor, 'bz001')
  await rail(supervisor, '服务时间').click()
  await expect(supervisor.getByRole('group', { name: '星期一' })).toContainText('09:00–10:00')
  await expectGoodLooks(supervisor)
  await supervisor.context().close()
})

test('a 留言 is at the desk’s number at once; its 工单 asks for more, and the answer is at the officer’s window at once', async () => {
  await press(taxpayer, '留言')
  await taxpayer.getByLabel('留言类型').selectOption('其他')
  await taxpayer.getByLabel('留言内容').fill('多缴的印花税申请退还，材料已备齐')
  await taxpayer.getByRole('radio', { name: '否', exact: true }).check()
  await press(taxpayer, '提交')
  await taxpayer.getByRole('dialog', { name: '提交成功' }).getByRole('button', { name: '前往个人中心查看' }).click()
  await expect(rail(agent, '留言')).toContainText('1 项待处理')

  await rail(agent, '留言').click()
  await agent.getByText('多缴的印花税申请退还').click()
  await press(agent, '转工单')
  await agent.getByLabel('办理要求（仅内部可见）').fill('请核实后办理退税')
  await press(agent, '确定')
  await expect(rail(agent, '工单')).toContainText('1 项待处理')

  await press(taxpayer, '查看工单')
  await expect(taxpayer.getByRole('heading', { name: '工单详情' })).toBeVisible()
  await rail(agent, '工单').click()
  await agent.locator('[data-order]').first().click()
  await press(agent, '领取')
  await agent.getByRole('group', { name: '要做什么' }).getByRole('button', { name: '请补充' }).click()
  await agent.getByLabel('需要补充什么').fill('请提供完税凭证的号码')
  await press(agent, '发送')
  await expect(taxpayer.getByRole('status').filter({ hasText: '请提供完税凭证的号码' })).toBeVisible()
  await expectGoodLooks(taxpayer)
  await taxpayer.getByLabel('内容').fill('凭证号一二三四')
  await taxpayer.reload()
  await openCentre(taxpayer)
  await taxpayer.getByRole('button', { name: '我的工单' }).click()
  await expectGoodLooks(taxpayer)
  await taxpayer.getByRole('button', { name: /^查看详情/ }).click()
  await expect(taxpayer.getByLabel('内容')).toHaveValue('凭证号一二三四')
  await press(taxpayer, '提交')
  await expect(taxpayer.getByRole('article').getByText('处理中')).toBeVisible()
})
