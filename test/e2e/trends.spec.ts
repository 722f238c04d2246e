// What is mined and what is guessed, at the taxpayer's window: association, hot words, recommendations, packs, switches.
import { expect, test, type Page } from '@playwright/test'
import { input, openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let program: Program
let taxpayer: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  await signIn(taxpayer, 'nsr001')
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
})

const options = (page: Page) => page.getByRole('listbox', { name: '智能联想' }).getByRole('option')
const hotWords = (page: Page) => page.getByRole('group', { name: '热词' })
const shownWords = async (page: Page): Promise<string[]> => await hotWords(page).getByRole('listitem').getByRole('button').allInnerTexts()

test('pinyin initials find questions; a picked one is asked and answered, and nothing typed is left', async () => {
  await input(taxpayer).pressSequentially('yhssl')
  await expect(options(taxpayer).first()).toContainText('印花税')
  await taxpayer.keyboard.press('ArrowDown')
  const question = (await options(taxpayer).first().locator('.question').innerText()).trim()
  await taxpayer.keyboard.press('Enter')
  await expect(options(taxpayer)).toHaveCount(0)
  await expect(input(taxpayer)).toHaveValue('')
  await expect(stream(taxpayer).getByText(question, { exact: true }).first()).toBeVisible()
  await expect(stream(taxpayer).getByText('印花税法').first()).toBeVisible()
})

test('Enter with nothing chosen sends what was typed, and the list closes', async () => {
  await input(taxpayer).pressSequentially('印花税税率')
  await expect(options(taxpayer).first()).toBeVisible()
  await taxpayer.keyboard.press('Enter')
  await expect(options(taxpayer)).toHaveCount(0)
  await expect(stream(taxpayer).getByText('印花税税率', { exact: true })).toBeVisible()
})

test('a click picks; the list never covers the box', async () => {
  await input(taxpayer).pressSequentially('残保金')
  await expect(options(taxpayer).first()).toBeVisible()
  const list = await taxpayer.getByRole('listbox', { name: '智能联想' }).boundingBox()
  const box = await input(taxpayer).boundingBox()
  expect(list!.y + list!.height).toBeLessThanOrEqual(box!.y)
  expect(list!.y).toBeGreaterThanOrEqual(0)
  await expect(options(taxpayer).first().locator('mark').first()).toHaveText('残保金')
  await options(taxpayer).first().click()
  await expect(input(taxpayer)).toHaveValue('')
  await expect(stream(taxpayer).getByText('残疾人就业').first()).toBeVisible()
})

test('换一批 shows other words, and a click on one asks it', async () => {
  const first = await shownWords(taxpayer)
  expect(first.length).toBeGreaterThan(2)
  await taxpayer.getByRole('button', { name: '换一批' }).click()
  await expect.poll(() => shownWords(taxpayer)).not.toEqual(first)
  const second = await shownWords(taxpayer)
  expect(second.filter((word) => first.includes(word))).toEqual([])
  const word = second[0]!
  await hotWords(taxpayer).getByRole('button', { name: word, exact: true }).click()
  await expect(stream(taxpayer).getByText(word, { exact: true }).last()).toBeVisible()
  await expect(
    stream(taxpayer)
      .getByLabel(/可选问题|猜你想问/)
      .or(stream(taxpayer).getByText('依据'))
      .last(),
  ).toBeVisible()
})

test('an answer says for whom it holds, and switches to the answer for others', async () => {
  await say(taxpayer, '税务注销流程')
  await expect(stream(taxpayer).getByText('按「企业」回答')).toBeVisible()
  await stream(taxpayer).getByRole('button', { name: '改为「个体工商户」' }).click()
  await expect(
    stream(taxpayer)
      .getByRole('heading', { name: /个体工商户/ })
      .last(),
  ).toBeVisible()
})

test('热点推荐 has questions and a file that opens', async () => {
  await expect(taxpayer.getByRole('heading', { name: '相关文件' })).toBeVisible()
  const download = taxpayer.waitForEvent('download')
  await taxpayer
    .getByRole('complementary')
    .getByRole('link', { name: /专项附加扣除资料清单/ })
    .click()
  expect((await download).suggestedFilename()).toBe('专项附加扣除资料清单.xlsx')
})

test('问答套餐 lists topics; one opens its questions, and a question is asked', async () => {
  await taxpayer.getByRole('tab', { name: '问答套餐' }).click()
  await taxpayer.getByRole('button', { name: /^契税/ }).click()
  await expect(taxpayer.getByRole('heading', { name: '契税', exact: true })).toBeVisible()
  await taxpayer.getByRole('tabpanel', { name: '问答套餐' }).getByRole('listitem').first().getByRole('button').click()
  await expect(stream(taxpayer).getByText('契税法').last()).toBeVisible()
})

test('with no line questions are found, picked and answered all the same, and the words stay', async () => {
  const words = await shownWords(taxpayer)
  await program.stopServer()
  await expect(taxpayer.getByText('离线', { exact: true })).toBeVisible()
  await input(taxpayer).pressSequentially('znjy')
  await expect(options(taxpayer).first()).toContainText('子女教育')
  await taxpayer.keyboard.press('ArrowDown')
  await taxpayer.keyboard.press('Enter')
  await expect(stream(taxpayer).getByText('离线应答').last()).toBeVisible()
  expect(await shownWords(taxpayer)).toEqual(words)
})
