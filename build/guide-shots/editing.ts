// 知识维护: an article is changed by one editor and let pass by another; what they do to each other, and its end.
import type { Browser, Page } from '@playwright/test'
import { openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import type { Program } from '../../test/e2e/support/program.ts'
import { shoot } from './camera.ts'
import { answered, expect, narrowSize, type Scene } from './scene.ts'

const question = '30人以下的企业要交残疾人就业保障金吗？'
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const section = (page: Page, name: string) => page.getByRole('navigation', { name: '知识库' }).getByRole('link', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const answerText = (page: Page) => page.getByRole('textbox', { name: '文字内容' }).first()

async function openArticle(page: Page): Promise<void> {
  await section(page, '条目').click()
  await page.getByRole('textbox', { name: '搜索条目' }).fill('残疾人就业保障金')
  await page.getByRole('region', { name: '条目列表' }).getByRole('listitem').getByText(question).click()
  await expect(page.getByRole('region', { name: '条目内容' }).getByRole('heading', { name: question, level: 1 })).toBeVisible()
}

/** So that there is somebody to tell. */
async function askedBefore(browser: Browser, program: Program): Promise<void> {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-editing'))
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await expect(stream(taxpayer).getByText('已读').first()).toBeVisible()
  await taxpayer.context().close()
}

export const editing: Scene = async (browser, program) => {
  await askedBefore(browser, program)
  const writer = await openWindow(browser, await program.openHost('console', 'zs001'))
  await signIn(writer, 'zs001')
  await openArticle(writer)
  await shoot(writer, 'editing-articles')
  await writing(writer)
  await submitting(writer)

  const reviewer = await openWindow(browser, await program.openHost('console', 'zs002'))
  await signIn(reviewer, 'zs002')
  await reviewing(reviewer)
  await together(writer, reviewer)
  await narrow(reviewer)
  for (const page of [writer, reviewer]) await page.context().close()
}

async function writing(writer: Page): Promise<void> {
  await button(writer, '修改').click()
  const before = await answerText(writer).inputValue()
  await answerText(writer).fill(`${before}\n\n优惠到期后是否延续，以新的公告为准。`)
  await expect(writer.getByRole('region', { name: '预览' }).getByText('以新的公告为准')).toBeVisible()
  await answerText(writer).evaluate((box) => box.closest('section')?.scrollIntoView({ block: 'start' }))
  await writer.mouse.move(400, 400)
  await writer.mouse.wheel(0, -64)
  await shoot(writer, 'editing-write')
  await button(writer, '保存').click()
  await expect(writer.getByText(/\d\d:\d\d 已保存/)).toBeVisible()
}

async function submitting(writer: Page): Promise<void> {
  await button(writer, '提交审核').click()
  await dialog(writer)
    .getByRole('radio', { name: /实质变更/ })
    .check()
  await expect(dialog(writer).getByText(/将通知 1 名纳税人/)).toBeVisible()
  await dialog(writer).getByRole('textbox').fill('补充了优惠到期以后的说明。')
  // Six hundred questions are asked twice.
  await expect(dialog(writer).getByText(/回归测试(通过)?：/)).toBeVisible({ timeout: 240_000 })
  await shoot(writer, 'editing-submit', { of: dialog(writer) })
  await dialog(writer).getByRole('button', { name: '提交审核' }).click()
  await expect(dialog(writer)).toBeHidden()
}

async function reviewing(reviewer: Page): Promise<void> {
  await section(reviewer, '审核').click()
  await reviewer.getByRole('region', { name: '待审核列表' }).getByText(question).click()
  await expect(reviewer.locator('ins').first()).toBeVisible()
  await shoot(reviewer, 'editing-review')
  await reviewer.setViewportSize(narrowSize)
  await shoot(reviewer, 'narrow-editing-review')
  await reviewer.setViewportSize({ width: 1280, height: 800 })
  await button(reviewer, '审核通过').click()
  await dialog(reviewer).getByRole('button', { name: '确定' }).click()
  await expect(reviewer.getByText(/已通过并发布/)).toBeVisible()
}

/** Versions and differences; who saves second; the end of an article, asked about and left. */
async function together(writer: Page, reviewer: Page): Promise<void> {
  await openArticle(writer)
  await writer.getByRole('tab', { name: /版本/ }).click()
  await expect(writer.getByRole('region', { name: '差异' }).locator('ins').first()).toBeVisible()
  await shoot(writer, 'editing-versions')
  await button(writer, '停用').click()
  await dialog(writer).getByRole('textbox').fill('条件写错了，请以新的答复为准。')
  await dialog(writer)
    .getByRole('checkbox', { name: /答案有误/ })
    .check()
  await expect(dialog(writer).getByText(/将通知 1 名纳税人/)).toBeVisible()
  await shoot(writer, 'editing-expire', { of: dialog(writer) })
  await dialog(writer).getByRole('button', { name: '取消' }).click()

  for (const page of [writer, reviewer]) {
    await openArticle(page)
    await page.getByRole('button', { name: /^(修改|继续编辑)$/ }).click()
    await expect(answerText(page)).toBeVisible()
  }
  const text = await answerText(writer).inputValue()
  await answerText(reviewer).fill(text.replace('恰好 30 人，免征', '正好 30 人的，免征'))
  await button(reviewer, '保存').click()
  await expect(reviewer.getByText(/\d\d:\d\d 已保存/)).toBeVisible()
  await answerText(writer).fill(text.replace('不用交', '不需要缴纳'))
  await button(writer, '保存').click()
  await button(writer, '查看对方的修改').click()
  await expect(writer.locator('ins').first()).toBeVisible()
  await shoot(writer, 'editing-conflict', { of: writer.getByRole('region', { name: '修改冲突' }) })
}

async function narrow(reviewer: Page): Promise<void> {
  await section(reviewer, '专题').click()
  await expect(reviewer.getByRole('heading', { name: '专题', level: 1 })).toBeVisible()
  await shoot(reviewer, 'editing-topics')
  await section(reviewer, '条目').click()
  await reviewer.setViewportSize(narrowSize)
  await expect(reviewer.getByRole('region', { name: '条目列表' }).getByRole('listitem').first()).toBeVisible()
  await shoot(reviewer, 'narrow-editing-articles')
}
