// Takes the screenshots of README and docs/guide: drives the real program as people would, in a browser without a display.
// Run it after any change of the windows: `node build/guide-shots.ts`, or `node build/guide-shots.ts voting` for the scenes whose
// name contains the word. Look at the pictures before committing them.
import { mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { confirm, input, openWindow, say, signIn, stream } from '../test/e2e/support/people.ts'
import { choose } from '../test/e2e/support/pictures.ts'
import { startProgram, type Program } from '../test/e2e/support/program.ts'
import { fixturePath } from '../test/support/reading-fixtures.ts'

const docs = resolve(import.meta.dirname, '../docs')
const guide = join(docs, 'guide/images')
const PICTURE_MAX_BYTES = 250_000
const narrowSize = { width: 420, height: 720 }
let tooLarge = 0

/** A part of the tour: who is shown, in which order, is the story that docs/guide tells. */
type Scene = (browser: Browser, program: Program) => Promise<void>

/** Waits until nothing moves or loads, then writes the picture. */
async function shoot(page: Page, name: string, folder = guide): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.mouse.move(0, 0)
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))))
  await expect(page.locator('.el-message')).toHaveCount(0, { timeout: 15_000 })
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = statSync(path)
  if (size > PICTURE_MAX_BYTES) tooLarge += 1
  console.log(`${name} ${Math.round(size / 1000)} kB${size > PICTURE_MAX_BYTES ? ' — TOO LARGE' : ''}`)
}

/** A long answer is shown from its beginning; this goes to its end. */
async function toLatest(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /回到最新消息|有新消息/ })
  if (await button.isVisible()) await button.click()
  await expect(button).toBeHidden()
}

const answered = (page: Page, basis: string): Promise<void> => expect(stream(page).getByText(basis).last()).toBeVisible()

const signingIn: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001'))
  await expect(taxpayer.getByLabel('账号')).toBeVisible()
  await shoot(taxpayer, 'sign-in')
  await signIn(taxpayer, 'nsr001')
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await expect(taxpayer.getByRole('tab', { name: '热点推荐' })).toBeVisible()
  await expect(taxpayer.getByRole('group', { name: '热词' })).toBeVisible()
  await shoot(taxpayer, 'welcome')
  await taxpayer.getByRole('button', { name: '字体', exact: true }).click()
  await expect(taxpayer.getByText('会话文字的大小')).toBeVisible()
  await shoot(taxpayer, 'font-size')
  await taxpayer.context().close()
}

const askingByPicture: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-picture'))
  await signIn(taxpayer, 'nsr001')
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await choose(taxpayer, fixturePath('dialog-dense'))
  await expect(taxpayer.getByRole('textbox', { name: '识别结果，请核对后发送' })).toHaveValue(/用途确认/, { timeout: 30_000 })
  await shoot(taxpayer, 'ask-by-picture')
  await taxpayer.context().close()
}

const findingQuestions: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-finding'))
  const found = taxpayer.getByRole('option').first()
  await signIn(taxpayer, 'nsr001')
  await input(taxpayer).pressSequentially('小规模 免税')
  await expect(found).toBeVisible()
  await taxpayer.keyboard.press('ArrowDown')
  await shoot(taxpayer, 'association')
  await taxpayer.keyboard.press('Enter')
  await answered(taxpayer, '财政部 税务总局公告2026年第10号')
  await say(taxpayer, '税务注销流程')
  await expect(stream(taxpayer).getByText('按「企业」回答')).toBeVisible()
  await toLatest(taxpayer)
  await shoot(taxpayer, 'assumption')
  await taxpayer.getByRole('group', { name: '热词' }).getByRole('button', { name: '发票', exact: true }).click()
  await expect(
    stream(taxpayer)
      .getByLabel(/可选问题|猜你想问/)
      .last(),
  ).toBeVisible()
  await toLatest(taxpayer)
  await shoot(taxpayer, 'hot-word')

  const narrow = await openWindow(browser, await program.openHost('taxpayer', 'nsr002-finding'), narrowSize)
  await signIn(narrow, 'nsr002')
  await input(narrow).pressSequentially('znjy')
  await expect(narrow.getByRole('option').first()).toBeVisible()
  await shoot(narrow, 'narrow-association')
  await narrow.context().close()

  // What was asked is counted when the server looks at its records, at its start at the latest.
  await program.stopServer()
  await program.startServer()
  await taxpayer.getByRole('tab', { name: '问答套餐' }).click()
  await expect(taxpayer.getByText('1 次咨询').first()).toBeVisible({ timeout: 30_000 })
  await shoot(taxpayer, 'topic-packs')
  await taxpayer.context().close()
}

const askingAndWaiting: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-asking'))
  await signIn(taxpayer, 'nsr001')
  // A short answer, so that question, answer and basis are in one picture.
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await expect(stream(taxpayer).getByText('已读').first()).toBeVisible()
  await shoot(taxpayer, 'window', join(docs, 'images'))
  await say(taxpayer, '我想问开票的事情')
  await expect(stream(taxpayer).getByLabel('可选问题').last().getByRole('button').first()).toBeVisible()
  await toLatest(taxpayer)
  await shoot(taxpayer, 'asks-back')
  await stream(taxpayer).getByLabel('可选问题').last().getByRole('button', { name: '发票额度不够用' }).click()
  await answered(taxpayer, '第764号')
  await toLatest(taxpayer)
  await shoot(taxpayer, 'guide-steps')
  await say(taxpayer, '今天晚上吃什么菜比较好')
  await expect(stream(taxpayer).getByRole('button', { name: '人工服务' }).last()).toBeVisible()
  await shoot(taxpayer, 'no-answer')
  await taxpayer.getByRole('button', { name: '清屏' }).click()
  await expect(confirm(taxpayer)).toBeVisible()
  await shoot(taxpayer, 'clear-screen-asks')
  await confirm(taxpayer).click()
  await expect(taxpayer.getByRole('button', { name: '点击加载记录' })).toBeVisible()
  await shoot(taxpayer, 'clear-screen-done')
  await say(taxpayer, '我开错了一张数电票，对方已经做了用途确认，怎么红冲')
  await expect(stream(taxpayer).getByText('已读').last()).toBeVisible()

  // Somebody else waits already, so that there is a place to see.
  const before = await openWindow(browser, await program.openHost('taxpayer', 'nsr002'), narrowSize)
  await signIn(before, 'nsr002')
  await say(before, '子女教育专项附加扣除标准是多少')
  await answered(before, '国发')
  await shoot(before, 'narrow-answer')
  await before.getByRole('button', { name: '常见问题' }).click()
  await expect(before.getByRole('tab', { name: '热点推荐' })).toBeVisible()
  await shoot(before, 'narrow-questions')
  await before.keyboard.press('Escape')
  await before.getByRole('button', { name: '人工服务' }).first().click()
  await expect(before.getByText('下一位就是您')).toBeVisible()

  await taxpayer.getByRole('button', { name: '人工服务' }).first().click()
  await expect(taxpayer.getByText('前面还有 1 位')).toBeVisible()
  await shoot(taxpayer, 'queue')
  await beingServed(browser, program, taxpayer, before)
}

async function beingServed(browser: Browser, program: Program, taxpayer: Page, before: Page): Promise<void> {
  const agent = await openWindow(browser, await program.openHost('console', 'zx001'))
  await signIn(agent, 'zx001')
  await expect(agent.getByText('演示商贸有限公司').first()).toBeVisible()
  await shoot(agent, 'console-waiting')
  await supervising(browser, program)
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await expect(agent.getByRole('menuitem', { name: /示闲/ })).toBeVisible()
  await shoot(agent, 'console-presence')
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  const takeNext = agent.getByRole('button', { name: '呼叫', exact: true })
  await takeNext.click()
  await expect(before.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await expect(taxpayer.getByText('下一位就是您')).toBeVisible()
  await say(agent, '您好，请问孩子今年读几年级？')
  await expect(stream(before).getByText('您好，请问孩子今年读几年级？')).toBeVisible()
  await toLatest(before)
  await shoot(before, 'narrow-served')

  await takeNext.click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await say(agent, '您好，请问对方是在当月做的用途确认吗？')
  await say(taxpayer, '是的，上个月开的票，这个月做的确认。')
  await say(agent, '那么请先在电子税务局发起《红字发票信息确认单》，对方确认后，您再开具红字发票。')
  await expect(stream(taxpayer).getByText('确认单').last()).toBeVisible()
  await expect(stream(taxpayer).getByText('已读').last()).toBeVisible()
  await shoot(taxpayer, 'served')
  await agent.getByRole('button', { name: /机器人阶段/ }).click()
  await shoot(agent, 'console-talk')
  await agent.keyboard.press('Control+k')
  await agent
    .getByRole('searchbox')
    .or(agent.getByRole('textbox', { name: '搜索知识' }))
    .first()
    .fill('红字发票 用途确认')
  await expect(agent.getByText(/\d+ 条结果/)).toBeVisible()
  await shoot(agent, 'console-knowledge')

  await taxpayer.getByRole('button', { name: '结束会话' }).click()
  await expect(confirm(taxpayer)).toBeVisible()
  await shoot(taxpayer, 'end-asks')
  await confirm(taxpayer).click()
  const solved = taxpayer.getByRole('button', { name: '已解决' }).or(taxpayer.getByRole('radio', { name: '已解决' }))
  await expect(solved).toBeVisible()
  await shoot(taxpayer, 'rating')
  await solved.click()
  await taxpayer.getByRole('button', { name: '提交' }).click()
  await expect(taxpayer.getByText('感谢您的评价，已提交。')).toBeVisible()
  await shoot(taxpayer, 'rating-given')
  await expect(agent.getByText('纳税人评价：已解决')).toBeVisible()
  await shoot(agent, 'console-ended')
  for (const page of [taxpayer, before, agent]) await page.context().close()
}

async function supervising(browser: Browser, program: Program): Promise<void> {
  const supervisor = await openWindow(browser, await program.openHost('console', 'bz001'))
  await signIn(supervisor, 'bz001')
  await expect(supervisor.getByText('演示商贸有限公司').first()).toBeVisible()
  await shoot(supervisor, 'console-queue')
  await supervisor.context().close()
}

const votingAndCorrection: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-voting'))
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await stream(taxpayer).getByRole('button', { name: '无用' }).click()
  const feedback = stream(taxpayer).getByRole('form', { name: '意见反馈' })
  await feedback.getByRole('radio', { name: '答案错误' }).check()
  await feedback.getByRole('textbox', { name: '补充说明' }).fill('没有写明人数怎么计算')
  await shoot(taxpayer, 'vote-feedback')
  await feedback.getByRole('button', { name: '提交' }).click()
  await expect(stream(taxpayer).getByText('感谢您的反馈')).toBeVisible()
  await shoot(taxpayer, 'vote-given')

  const correct = (version: number, changeNote: string): Promise<number> =>
    program.correct({
      articleId: 'disability-fund-exempt' as ArticleId,
      version,
      question: '30人以下的企业要交残疾人就业保障金吗？',
      changeNote,
      wasWithdrawn: false,
    })
  await correct(2, '补充了享受优惠的截止日期。')
  const messages = taxpayer.getByRole('region', { name: '我的消息' })
  await messages.getByRole('button', { name: /答复更正/ }).click()
  await messages.getByRole('button', { name: '返回列表' }).click()
  await correct(3, '原答复没有写明人数的计算口径，现已补充。')
  await expect(messages.getByRole('button', { name: /答复更正/ })).toHaveCount(2)
  await shoot(taxpayer, 'notices')

  const small = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-narrow'), narrowSize)
  await signIn(small, 'nsr001')
  await small.getByRole('button', { name: /常见问题/ }).click()
  await expect(small.getByRole('region', { name: '我的消息' }).getByRole('button', { name: /答复更正/ })).toHaveCount(2)
  await shoot(small, 'narrow-notices')
  await small.context().close()

  await messages
    .getByRole('button', { name: /答复更正/ })
    .first()
    .click()
  await expect(messages.getByRole('button', { name: '重新提问' })).toBeVisible()
  await shoot(taxpayer, 'notice-detail')
  await taxpayer.context().close()
}

const withoutLine: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr002-offline'))
  await signIn(taxpayer, 'nsr002')
  await expect(taxpayer.getByRole('tab', { name: '热点推荐' })).toBeVisible()
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await program.stopServer()
  await expect(taxpayer.getByText('离线', { exact: true })).toBeVisible()
  await say(taxpayer, '个税汇算什么时候办')
  await expect(stream(taxpayer).getByText('离线应答').first()).toBeVisible()
  await input(taxpayer).fill('写到一半的话，重新打开后还在')
  await shoot(taxpayer, 'offline')
  await program.startServer()
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await expect(stream(taxpayer).getByText('待发')).toHaveCount(0)
  await expect(stream(taxpayer).getByText('已读').last()).toBeVisible()
  await shoot(taxpayer, 'back-online')
  await taxpayer.context().close()
}

const { ensureRendererBuilt } = (await import(new URL('./installed.mjs', import.meta.url).href)) as { ensureRendererBuilt(): void }
ensureRendererBuilt()
const browser = await chromium.launch({
  executablePath: process.env.ZHENGNA_BROWSER ?? '/usr/bin/chromium',
  // Times in the pictures are Beijing's, whatever machine takes them.
  env: { ...process.env, TZ: 'Asia/Shanghai' },
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
})
try {
  const scenes = Object.entries({ signingIn, askingByPicture, findingQuestions, askingAndWaiting, votingAndCorrection, withoutLine })
  for (const [name, scene] of scenes) {
    if (!name.includes(process.argv[2] ?? '')) continue
    // Each scene has a program of its own: none depends on what another left behind.
    const program = await startProgram({ corrects: true })
    try {
      await scene(browser, program)
    } finally {
      await program.close()
    }
  }
} finally {
  await browser.close()
}
process.exit(tooLarge === 0 ? 0 : 1)
