// 敏感词: an administrator keeps the words, and both sides meet them.
import { expect, test, type Page } from '@playwright/test'
import { expectGoodLook, useColorScheme } from './support/good-look.ts'
import { confirm, input, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const narrow = { width: 420, height: 720 }
const wide = { width: 1280, height: 800 }

let program: Program
let admin: Page
let taxpayer: Page
let agent: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  admin = await openWindow(browser, await program.openHost('console', 'admin'))
  await signIn(admin, 'admin001')
  await admin.getByRole('link', { name: '敏感词' }).click()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await signIn(taxpayer, 'nsr001')
})
test.afterAll(async () => {
  await program.close()
})

/** Both sizes, light and dark. */
async function look(page: Page): Promise<void> {
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
  await useColorScheme(page, 'light')
}

const drawer = (page: Page) => page.getByRole('dialog')
const row = (word: string) => admin.getByRole('row').filter({ hasText: word })

test('the words of the program are there, found by text, category and direction', async () => {
  test.slow()
  await expect(admin.getByText(/第 1–50 条，共 \d+ 条/)).toBeVisible()
  await look(admin)
  await admin.getByRole('textbox', { name: '搜索词条' }).fill('爱办不办')
  await expect(admin.getByText('第 1–1 条，共 1 条')).toBeVisible()
  await admin.getByRole('combobox', { name: '方向' }).selectOption({ label: '纳税人发出' })
  await expect(admin.getByText('没有符合条件的词条')).toBeVisible()
  await admin.getByRole('button', { name: '清除条件' }).click()
  await admin.getByRole('combobox', { name: '类别' }).selectOption({ label: '毒品' })
  await expect(row('冰毒')).toBeVisible()
  await admin.getByRole('combobox', { name: '类别' }).selectOption({ index: 0 })
})

test('a new word is in force with the next message, and a word of ordinary questions is asked about first', async () => {
  test.slow()
  await say(taxpayer, '你这个某某精')
  await expect(stream(taxpayer).getByText('你这个某某精', { exact: true })).toBeVisible()
  await admin.getByRole('button', { name: '新增词条' }).click()
  await drawer(admin).getByRole('textbox', { name: '词语' }).fill('滚')
  await admin.keyboard.press('Control+s')
  await expect(drawer(admin).getByRole('alert')).toContainText('“滚”只有一个字')
  await look(admin)
  await drawer(admin).getByRole('textbox', { name: '词语' }).fill('代开发票')
  await admin.keyboard.press('Control+s')
  await expect(admin.getByText('会影响正常咨询', { exact: true })).toBeVisible()
  await admin.getByRole('button', { name: '取消' }).last().click()
  await drawer(admin).getByRole('textbox', { name: '词语' }).fill('某某精')
  await admin.keyboard.press('Control+s')
  await expect(row('某某精')).toContainText('演示系统管理员')
  await say(taxpayer, '你这个某某精，开票额度怎么调整')
  await expect(stream(taxpayer).getByText('你这个＊＊＊，开票额度怎么调整', { exact: true })).toBeVisible()
})

test('a word can be switched off, and removed after asking', async () => {
  await row('某某精').getByRole('switch').click()
  await expect(row('某某精').getByRole('switch', { checked: false })).toBeVisible()
  await row('某某精').getByRole('button', { name: '删除“某某精”' }).click()
  await confirm(admin).click()
  await expect(row('某某精')).toHaveCount(0)
})

test('an import takes the good lines and keeps the bad ones with their reasons', async () => {
  test.slow()
  await admin.getByRole('button', { name: '批量导入' }).click()
  await drawer(admin).getByRole('textbox', { name: '词语' }).fill('甲乙丙精\n滚\n代开发票\n丁戊己精|丁戊己怪')
  await drawer(admin).getByRole('button', { name: '检查' }).click()
  await expect(drawer(admin).getByText('可以导入 2 条，2 行有问题，不会导入。')).toBeVisible()
  await look(admin)
  await drawer(admin).getByRole('button', { name: '导入', exact: true }).click()
  await expect(drawer(admin).getByText('以下 2 行没有导入，修改后可以再次导入：')).toBeVisible()
  await expect(drawer(admin).getByRole('textbox', { name: '词语' })).toHaveValue('滚\n代开发票')
  await admin.keyboard.press('Escape')
  await expect(row('甲乙丙精')).toBeVisible()
})

test('what a category does is changed in one step, and a trial shows it', async () => {
  test.slow()
  await admin.getByRole('tab', { name: '处置方式' }).click()
  await admin.getByRole('combobox', { name: '辱骂 处置' }).selectOption({ label: '替换' })
  await admin.getByRole('textbox', { name: '辱骂 替换为' }).fill('（不文明用语）')
  await admin.getByRole('textbox', { name: '辱骂 替换为' }).press('Enter')
  await expect(admin.getByText(/演示系统管理员 于/)).toBeVisible()
  await look(admin)
  await admin.getByRole('tab', { name: '试一试' }).click()
  await admin.getByRole('textbox', { name: '要试的内容' }).fill('傻 逼，退税怎么还没到')
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('（不文明用语），退税怎么还没到')).toBeVisible()
  await look(admin)
  await admin.getByRole('textbox', { name: '要试的内容' }).fill('爱办不办')
  await admin.getByRole('radio', { name: '坐席发给纳税人' }).check()
  await admin.keyboard.press('Tab')
  await admin.getByRole('button', { name: '试一试' }).click()
  await expect(admin.getByText('发送前提醒')).toBeVisible()
})

test('a taxpayer’s blocked message stays with the reason, and passes when it is mended', async () => {
  test.slow()
  await say(taxpayer, '再不退税我就弄死你')
  await expect(stream(taxpayer).getByText('含有不允许发送的内容“弄死你”，请修改后再发送。')).toBeVisible()
  await look(taxpayer)
  await stream(taxpayer).getByRole('button', { name: '修改' }).click()
  await expect(input(taxpayer)).toBeFocused()
  await expect(input(taxpayer)).toHaveValue('再不退税我就弄死你')
  await say(taxpayer, '再不退税我就投诉')
  await expect(stream(taxpayer).getByText('再不退税我就投诉', { exact: true })).toBeVisible()
  await expect(stream(taxpayer).getByText('弄死你')).toHaveCount(0)
})

test('an agent is asked before sending what officers do not say, and may send it all the same', async ({ browser }) => {
  test.slow()
  agent = await openWindow(browser, await program.openHost('console', 'agent'))
  await signIn(agent, 'zx001')
  await agent.getByRole('button', { name: /示忙/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  await taxpayer.getByRole('button', { name: '人工服务' }).first().click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await say(agent, '这个不归我管')
  await expect(stream(agent).getByText(/含有可能不合适的内容“不归我管”/)).toBeVisible()
  await look(agent)
  await expect(stream(taxpayer).getByText('这个不归我管')).toHaveCount(0)
  await stream(agent).getByRole('button', { name: '仍要发送' }).click()
  await expect(stream(taxpayer).getByText('这个不归我管', { exact: true })).toBeVisible()
})
