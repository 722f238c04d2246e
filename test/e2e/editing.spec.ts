// The editors' desk: an article from its first word to the taxpayer, its correction, and what two editors do to each other.
import { expect, test, type Page } from '@playwright/test'
import { fixturePath } from '../support/reading-fixtures.ts'
import { expectGoodLook } from './support/good-look.ts'
import { confirm, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const narrow = { width: 420, height: 720 }
const wide = { width: 1280, height: 800 }
const question = '旧唱片收藏者之间互换唱片要办什么手续？'
/** One that comes with the program. */
const served = '买住房契税税率是多少，首套和二套怎么收？'
let program: Program
let writer: Page
let reviewer: Page
let taxpayer: Page

// Every view is looked at by axe, in light and dark.
test.describe.configure({ mode: 'serial', timeout: 300_000 })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000)
  program = await startProgram()
  writer = await openWindow(browser, await program.openHost('console', 'writer'))
  reviewer = await openWindow(browser, await program.openHost('console', 'reviewer'))
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await signIn(writer, 'zs001')
  await signIn(reviewer, 'zs002')
  await signIn(taxpayer, 'nsr001')
})
test.afterAll(async () => {
  await program.close()
})

const sections = (page: Page) => page.getByRole('navigation', { name: '知识库' })
const section = (page: Page, name: string) => sections(page).getByRole('link', { name })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const rows = (page: Page) => page.getByRole('region', { name: '条目列表' }).getByRole('listitem')
const article = (page: Page) => page.getByRole('region', { name: '条目内容' })

/** To the article of that question, by the list. */
async function openArticle(page: Page, text: string): Promise<void> {
  await section(page, '条目').click()
  await page.getByRole('textbox', { name: '搜索条目' }).fill(text)
  await expect(rows(page)).toHaveText([new RegExp(text)])
  await rows(page).first().getByRole('button').click()
  await expect(article(page).getByRole('heading', { name: text, level: 1 })).toBeVisible()
}
/** What is open at that page, as a change of wording; `more` is filled in beside that. */
async function handIn(page: Page, more: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await button(page, '提交审核').click()
  await dialog(page)
    .getByRole('radio', { name: /文字调整/ })
    .check()
  await more()
  await dialog(page).getByRole('button', { name: '提交审核' }).click()
  await expect(dialog(page)).toBeHidden()
}
/** By somebody who did not write it. */
async function approve(page: Page): Promise<void> {
  await section(page, '审核').click()
  await page.getByRole('region', { name: '待审核列表' }).getByText(question).click()
  await button(page, '审核通过').click()
  await confirm(page).click()
  await expect(page.getByText(/已通过并发布/)).toBeVisible()
}

test('an editor begins at the articles, sees them by topic, searches and filters them', async () => {
  await expect(writer.getByText(/^共 \d+ 条$/)).toBeVisible()
  await writer.getByRole('navigation', { name: '专题' }).getByRole('button', { name: /契税/ }).click()
  await expect(rows(writer).first()).toBeVisible()
  await writer.getByRole('textbox', { name: '搜索条目' }).fill('契税税率')
  await rows(writer).first().getByRole('button').click()
  await expect(article(writer).getByText('依据').first()).toBeVisible()
  await expectGoodLook(writer)
  await writer.getByLabel('按状态筛选').selectOption('草稿')
  await expect(writer.getByText('没有符合条件的条目')).toBeVisible()
  await writer.getByLabel('按状态筛选').selectOption('全部状态')
})

test('what cannot be kept yet is said and found by a click; nothing typed is lost by a reload', async () => {
  await button(writer, '新建条目').click()
  await writer.keyboard.press('Control+s')
  await writer.getByRole('button', { name: '标准问题至少 4 个字' }).click()
  await expect(writer.getByRole('textbox', { name: '标准问题' })).toBeFocused()
  await writer.keyboard.type(question)
  await writer.getByRole('textbox', { name: '文字内容' }).fill('**不用办手续**，互换不开发票。')
  await expect(writer.getByRole('region', { name: '预览' }).getByText('不用办手续')).toBeVisible()
  await expect(writer.getByText('有未保存的修改')).toBeVisible()
  await writer.reload()
  await expect(writer.getByText(/已恢复本机上未保存的修改/)).toBeVisible()
  await expect(writer.getByRole('textbox', { name: '标准问题' })).toHaveValue(question)
})

test('a new article is written, saved and handed in', async () => {
  await writer.getByLabel('专题', { exact: true }).selectOption({ label: '契税' })
  const similar = writer.getByRole('textbox', { name: '添加相似问法' })
  await similar.fill('换唱片要开票吗\n唱片互换手续\n换唱片要开票吗？')
  await similar.press('Enter')
  await expect(writer.getByText('已添加 2 条，1 条重复未添加。')).toBeVisible()
  await button(writer, '办税指南').click()
  await writer.getByRole('textbox', { name: '指南标题' }).fill('互换三步')
  for (const [number, words] of [
    [1, '谈好'],
    [2, '互换'],
  ] as const) {
    await writer.getByRole('textbox', { name: `第 ${number} 步的标题` }).fill(words)
    await writer.getByRole('textbox', { name: `第 ${number} 步的说明` }).fill(`${words}即可。`)
  }
  await writer.getByRole('textbox', { name: '第 2 步的说明' }).press('Alt+ArrowUp')
  await expect(writer.getByRole('region', { name: /答案第 1 段/ })).toHaveAccessibleName('答案第 1 段，办税指南')
  await expect(writer.getByRole('textbox', { name: '第 2 步的说明' })).toBeFocused()
  await button(writer, '链接').click()
  await writer.getByRole('region', { name: '答案第 3 段，链接' }).getByRole('button', { name: '删除这一段' }).click()
  await button(writer, '撤销删除').click()
  await writer.getByRole('region', { name: '答案第 3 段，链接' }).getByRole('button', { name: '删除这一段' }).click()
  await writer.getByRole('textbox', { name: '依据 1 的文件名称' }).fill('中华人民共和国发票管理办法')
  await writer.getByRole('textbox', { name: '依据 1 的文号' }).fill('国务院令第764号')
  await expectGoodLook(writer)
  await writer.keyboard.press('Control+s')
  await expect(writer.getByText(/\d\d:\d\d 已保存/)).toBeVisible()
  await button(writer, '提交审核').click()
  await expect(dialog(writer).getByText(/首次发布/)).toBeVisible()
  await expectGoodLook(writer)
  await dialog(writer).getByRole('button', { name: '提交审核' }).click()
  await expect(article(writer).getByText(/您参与了编写/)).toBeVisible()
  await expect(button(writer, '审核通过')).toHaveCount(0)
})

test('another editor finds it waiting, reads it and lets it pass; a taxpayer asks and gets it', async () => {
  await section(reviewer, '审核').click()
  await expect(section(reviewer, '审核')).toContainText('1')
  await reviewer.getByRole('region', { name: '待审核列表' }).getByText(question).click()
  await expect(reviewer.getByRole('region', { name: '审核内容' }).getByText('互换三步')).toBeVisible()
  await expectGoodLook(reviewer)
  await reviewer.setViewportSize(narrow)
  await expectGoodLook(reviewer)
  await button(reviewer, '返回列表').click()
  await expect(reviewer.getByRole('region', { name: '待审核列表' }).getByText(question)).toBeVisible()
  await expectGoodLook(reviewer)
  await reviewer.setViewportSize(wide)
  await approve(reviewer)
  await expect(reviewer.getByText('没有待审核的内容')).toBeVisible()
  await say(taxpayer, question)
  await expect(stream(taxpayer).getByText('不用办手续')).toBeVisible()
})

test('a change in substance counts whom it is told to, and tells them when it is approved', async () => {
  await openArticle(writer, question)
  await button(writer, '修改').click()
  await writer.getByRole('textbox', { name: '文字内容' }).fill('**要开发票**，互换视同销售。')
  await button(writer, '提交审核').click()
  await dialog(writer).getByRole('button', { name: '提交审核' }).click()
  await expect(dialog(writer).getByText('请选择是否实质变更。')).toBeVisible()
  await dialog(writer)
    .getByRole('radio', { name: /实质变更/ })
    .check()
  await expect(dialog(writer).getByText('将通知 1 名纳税人（机器人答复 1 次，坐席答复 0 次）')).toBeVisible()
  await dialog(writer).getByRole('textbox').fill('原答复有误，互换唱片需要开具发票。')
  await expectGoodLook(writer)
  await dialog(writer).getByRole('button', { name: '提交审核' }).click()
  await expect(dialog(writer)).toBeHidden()

  await section(reviewer, '条目').click()
  await section(reviewer, '审核').click()
  await reviewer.getByRole('region', { name: '待审核列表' }).getByText(question).click()
  await expect(reviewer.locator('del').first()).toBeVisible()
  await expectGoodLook(reviewer)
  await reviewer.setViewportSize(narrow)
  await expectGoodLook(reviewer)
  await reviewer.setViewportSize(wide)
  const toast = expect(taxpayer.getByText(`新消息：答复更正：${question}`)).toBeVisible()
  await approve(reviewer)
  await toast
})

test('who saves second sees who was first and what they wrote, and keeps their own text', async () => {
  for (const page of [writer, reviewer]) {
    await openArticle(page, question)
    await page.getByRole('button', { name: /^(修改|继续编辑)$/ }).click()
  }
  const text = (page: Page) => page.getByRole('textbox', { name: '文字内容' })
  await text(reviewer).fill('审核人改的答案。')
  await button(reviewer, '保存').click()
  await expect(reviewer.getByText(/已保存$/).first()).toBeVisible()
  await text(writer).fill('编写人改的答案。')
  await button(writer, '保存').click()
  await expect(writer.getByText(/演示知识维护员二刚刚修改了该版本/)).toBeVisible()
  await button(writer, '查看对方的修改').click()
  await expect(writer.locator('ins').getByText('审核人').first()).toBeVisible()
  await expect(text(writer)).toHaveValue('编写人改的答案。')
  await expectGoodLook(writer)
  await button(writer, '用我的内容覆盖').click()
  await expect(writer.getByText(/刚刚修改了该版本/)).toBeHidden()
  await expect(writer.getByText(/\d\d:\d\d 已保存/)).toBeVisible()
})

test('leaving with unsaved changes asks; staying keeps them', async () => {
  await writer.getByRole('textbox', { name: '文字内容' }).fill('还没写完')
  await section(writer, '专题').click()
  await dialog(writer).getByRole('button', { name: '继续编辑' }).click()
  await expect(writer.getByRole('textbox', { name: '文字内容' })).toHaveValue('还没写完')
  await section(writer, '专题').click()
  await dialog(writer).getByRole('button', { name: '不保存' }).click()
  await expect(writer.getByRole('heading', { name: '专题', level: 1 })).toBeVisible()
})

test('with no line nothing typed is lost, and it is saved when the line is back', async () => {
  await openArticle(writer, question)
  await button(writer, '继续编辑').click()
  await writer.getByRole('textbox', { name: '文字内容' }).fill('断网时写的。')
  await program.stopServer()
  await button(writer, '保存').click()
  await expect(writer.getByText(/当前未连接到服务/)).toBeVisible()
  await expect(writer.getByRole('textbox', { name: '文字内容' })).toHaveValue('断网时写的。')
  await program.startServer()
  await expect(async () => {
    await button(writer, '保存').click()
    await expect(writer.getByText(/\d\d:\d\d 已保存/)).toBeVisible({ timeout: 2_000 })
  }).toPass()
})

test('versions are compared and an old one is taken up again', async () => {
  await openArticle(writer, question)
  await writer.getByRole('tab', { name: /版本/ }).click()
  await writer.getByRole('radio', { name: '以 V1 为较早的版本' }).check()
  await writer.getByRole('radio', { name: '以 V2 为较新的版本' }).check()
  await expect(writer.getByRole('region', { name: '差异' }).locator('del').first()).toBeVisible()
  await expectGoodLook(writer)
  await button(writer, '恢复此版本').last().click()
  await confirm(writer).click()
  await expect(writer.getByRole('textbox', { name: '文字内容' })).toHaveValue('**不用办手续**，互换不开发票。')
})

test('a wrong answer is taken back, and those who were given it are told', async () => {
  await openArticle(reviewer, question)
  await button(reviewer, '停用').click()
  await dialog(reviewer).getByRole('button', { name: '停用' }).click()
  await expect(dialog(reviewer).getByText('请填写原因。')).toBeVisible()
  await dialog(reviewer).getByRole('textbox').fill('没有依据。')
  await dialog(reviewer)
    .getByRole('checkbox', { name: /答案有误/ })
    .check()
  await expect(dialog(reviewer).getByText(/将通知 1 名纳税人/)).toBeVisible()
  const toast = expect(taxpayer.getByText(`新消息：答复撤回：${question}`)).toBeVisible()
  await dialog(reviewer).getByRole('button', { name: '停用' }).click()
  await toast
  await expect(article(reviewer).getByRole('heading', { name: question, level: 1 })).toBeVisible()
})

test('a topic is made, renamed and removed; one with articles says why it stays', async () => {
  await section(reviewer, '专题').click()
  await button(reviewer, '新建专题').click()
  await dialog(reviewer).getByRole('textbox', { name: '名称' }).fill('唱片')
  await dialog(reviewer).getByRole('button', { name: '保存' }).click()
  await button(reviewer, '编辑专题“唱片”').click()
  await dialog(reviewer).getByRole('textbox', { name: '简介' }).fill('唱片的税')
  await dialog(reviewer).getByRole('button', { name: '保存' }).click()
  await expect(reviewer.getByText('唱片的税')).toBeVisible()
  await button(reviewer, '删除专题“唱片”').click()
  await confirm(reviewer).click()
  await expect(reviewer.getByText('唱片的税')).toBeHidden()
  await button(reviewer, '删除专题“契税”').click()
  await confirm(reviewer).click()
  await expect(reviewer.getByText(/该专题下还有 \d+ 个条目/)).toBeVisible()
  await expectGoodLook(reviewer)
})

test('a picture is uploaded into an answer, and an option leads to an article found by its words', async () => {
  await openArticle(writer, served)
  await button(writer, '修改').click()
  await button(writer, '图片').click()
  const chosen = writer.waitForEvent('filechooser')
  await writer.getByRole('button', { name: '选择文件' }).click()
  await (await chosen).setFiles(fixturePath('notice-busy'))
  await expect(writer.getByText('已上传')).toBeVisible()
  await writer.getByRole('textbox', { name: '图片说明' }).fill('税率一览')
  const picture = writer.getByRole('region', { name: '预览' }).getByRole('img', { name: '税率一览' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await button(writer, '选项').click()
  await writer.getByRole('textbox', { name: '选项的提问' }).fill('还想了解哪一项？')
  for (const [number, words] of [
    [1, '退房'],
    [2, '车位'],
  ] as const) {
    const picker = writer.getByRole('combobox', { name: `选项 ${number} 指向的条目` })
    await picker.fill(`契税 ${words}`)
    await writer.getByRole('option', { name: new RegExp(words) }).click({ timeout: 15_000 })
    await expect(picker).toHaveValue(new RegExp(words))
    await writer.getByRole('textbox', { name: `选项 ${number} 的文字` }).fill(words)
  }
  await expectGoodLook(writer)
  await button(writer, '保存').click()
  await expect(writer.getByText(/\d\d:\d\d 已保存/)).toBeVisible()
})

test('what was handed in is taken back by its writer, and returned by a reviewer with a reason', async () => {
  await handIn(writer)
  await button(writer, '撤回').click()
  await expect(writer.getByText('已撤回为草稿')).toBeVisible()
  await handIn(writer)
  await section(reviewer, '审核').click()
  await reviewer.getByRole('region', { name: '待审核列表' }).getByText(served).click()
  await button(reviewer, '退回').click()
  await dialog(reviewer).getByRole('button', { name: '退回' }).click()
  await expect(dialog(reviewer).getByText('请填写原因。')).toBeVisible()
  await dialog(reviewer).getByRole('textbox').fill('图片看不清，请重新截取。')
  await dialog(reviewer).getByRole('button', { name: '退回' }).click()
  await openArticle(writer, served)
  await expect(article(writer).getByText('演示知识维护员二已退回：图片看不清，请重新截取。')).toBeVisible()
})

test('a text that passed waits for its hour, and can be taken off the clock', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  await handIn(writer, async () => {
    await dialog(writer).getByRole('radio', { name: '定时发布' }).check()
    await dialog(writer).getByLabel('定时发布的时间').fill(`${tomorrow}T08:00`)
  })
  await section(reviewer, '条目').click()
  await section(reviewer, '审核').click()
  await reviewer.getByRole('region', { name: '待审核列表' }).getByText(served).click()
  await button(reviewer, '审核通过').click()
  await confirm(reviewer).click()
  await expect(reviewer.getByText(/已通过，将于 .*08:00 发布。/)).toBeVisible()
  await openArticle(reviewer, served)
  await button(reviewer, '取消定时').click()
  await expect(button(reviewer, '继续编辑')).toBeVisible()
})

test('in a narrow window one thing follows the other, and there is a way back', async () => {
  await writer.setViewportSize(narrow)
  await expectGoodLook(writer)
  await section(writer, '条目').click()
  await button(writer, '新建条目').waitFor()
  await writer.getByRole('button', { name: /^专题：/ }).click()
  await writer.getByRole('button', { name: /全部/ }).click()
  await writer.getByRole('textbox', { name: '搜索条目' }).fill('契税')
  await rows(writer).first().getByRole('button').click()
  await expect(rows(writer).first()).toBeHidden()
  await expectGoodLook(writer)
  await button(writer, '返回列表').click()
  await expect(rows(writer).first()).toBeVisible()
})
