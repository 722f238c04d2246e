// 业务办理服务确认单 from both sides: asked for in a talk, uploaded, judged, returned, handed in again, confirmed; and about a 留言.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { attachmentFiles } from '../support/attachment-files.ts'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, say, signIn, stream } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 420, height: 720 } }
let program: Program
let taxpayer: Page
let agent: Page
/** The page of one record in 个人中心. */
let record: Locator

test.describe.configure({ mode: 'serial', timeout: 300_000 })
test.beforeAll(async ({ browser }) => {
  program = await startProgram()
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  record = taxpayer.getByRole('region', { name: '个人中心' }).getByRole('article')
  agent = await openWindow(browser, await program.openHost('console'))
})
test.afterAll(async () => {
  await program.close()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const card = (page: Page) => stream(page).getByRole('region', { name: '业务办理服务确认单' }).last()
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const material = (within: Page | Locator, name: string) => within.locator('[data-place]').filter({ hasText: name })
const rail = (name: string) => agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name })

/** At both sizes, and back at the first. */
async function looksGood(page: Page): Promise<void> {
  for (const size of [sizes.narrow, sizes.wide]) {
    await page.setViewportSize(size)
    await expectGoodLook(page)
  }
}
async function upload(page: Page, name: string, files: readonly string[]): Promise<void> {
  const one = material(page, name)
  await one.locator('input[type=file]').setInputFiles(
    files.map((file) => ({
      name: file,
      mimeType: 'application/octet-stream',
      buffer: attachmentFiles[file.endsWith('.pdf') ? 'pdf' : 'png'],
    })),
  )
  await one.getByRole('button', { name: '点击上传' }).click()
  await expect(one.getByText('已上传', { exact: true })).toHaveCount(files.length)
}

test('an agent asks for materials in the talk, from a template and of their own', async () => {
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await say(taxpayer, '转人工')
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  await press(agent, '呼叫')
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()

  await press(agent, '确认单')
  const composer = dialog(agent, '发送业务办理服务确认单')
  await composer.getByRole('button', { name: '发送' }).click()
  await expect(composer.getByText('请填写业务事项。')).toBeVisible()
  await looksGood(agent)
  await composer.getByLabel('模板').selectOption('变更税务登记信息')
  await composer.getByRole('button', { name: '套用' }).click()
  await composer.getByRole('button', { name: '移除材料 4' }).click()
  await composer.getByRole('button', { name: '添加材料' }).click()
  await agent.keyboard.type('新办公地址的租赁合同')
  await composer.getByRole('group', { name: '材料 4' }).getByRole('checkbox').uncheck()
  await looksGood(agent)
  // Closed and opened again, what was written is there.
  await agent.keyboard.press('Escape')
  await press(agent, '确认单')
  await expect(composer.getByLabel('业务事项')).toHaveValue('变更税务登记信息')
  await composer.getByRole('button', { name: '发送' }).click()
  await expect(composer).toBeHidden()
  await expect(card(agent)).toContainText('待上传材料')
  await expect(card(taxpayer)).toContainText('变更税务登记信息')
  await looksGood(taxpayer)
})

test('the taxpayer uploads each material and submits; the agent hears of it at once', async () => {
  await card(taxpayer)
    .getByRole('button', { name: /上传材料/ })
    .click()
  await expect(taxpayer.getByText('请逐份上传材料')).toBeVisible()
  await press(taxpayer, '提交材料')
  await expect(material(taxpayer, '营业执照').getByRole('alert')).toContainText('请上传')
  await looksGood(taxpayer)
  await upload(taxpayer, '营业执照', ['营业执照正本.png', '营业执照副本.png'])
  await upload(taxpayer, '变更事项的决议', ['股东会决议.pdf'])
  await upload(taxpayer, '经办人身份证件', ['身份证正面.png'])
  await looksGood(taxpayer)
  await press(taxpayer, '提交材料')
  await expect(record.getByText('待审核').first()).toBeVisible()
  await looksGood(taxpayer)

  await expect(card(agent)).toContainText('待审核')
  await card(agent)
    .getByRole('button', { name: /审核材料/ })
    .click()
})

test('each is judged by itself; only what is returned is asked for again', async () => {
  const review = dialog(agent, '业务办理服务确认单')
  await expect(material(review, '营业执照').getByText('营业执照副本.png')).toBeVisible()
  await looksGood(agent)
  await review.getByRole('button', { name: /通过“营业执照/ }).click()
  await review.getByRole('button', { name: /退回“变更事项的决议/ }).click()
  await review.getByRole('button', { name: '确定退回' }).click()
  await expect(review.getByText('请填写退回原因。')).toBeVisible()
  await looksGood(agent)
  await review.getByRole('textbox', { name: /退回原因/ }).fill('公章看不清，请重新扫描')
  await review.getByRole('button', { name: '确定退回' }).click()
  await expect(material(review, '变更事项的决议')).toContainText('已退回')
  // Until all is judged nobody is told.
  await expect(record.getByText('待审核').first()).toBeVisible()
  await review.getByRole('button', { name: /通过“经办人身份证件/ }).click()
  await expect(review.getByText('待补正')).toBeVisible()
  await looksGood(agent)

  await expect(material(taxpayer, '变更事项的决议')).toContainText('退回原因：公章看不清，请重新扫描')
  await expect(record.locator('input[type=file]')).toHaveCount(1)
  await looksGood(taxpayer)
  await upload(taxpayer, '变更事项的决议', ['股东会决议（清晰）.pdf'])
  await press(taxpayer, '提交材料')
  await expect(material(review, '变更事项的决议').getByText('股东会决议（清晰）.pdf')).toBeVisible()
  await review.getByRole('button', { name: /通过“变更事项的决议/ }).click()
  await expect(review.getByText('已确认', { exact: true })).toBeVisible()
  await looksGood(agent)
  await review.getByRole('button', { name: '关闭' }).click()
  await expect(record.getByText('业务已办理确认')).toBeVisible()
  await looksGood(taxpayer)
})

test('我的确认单 and 消息提示 lead to it', async () => {
  await press(taxpayer, '返回列表')
  await expect(taxpayer.getByText('共 1 条')).toBeVisible()
  await looksGood(taxpayer)
  await taxpayer.getByRole('button', { name: /^消息提示/ }).click()
  const notice = taxpayer.getByRole('region', { name: '个人中心' }).getByRole('row', { name: /您的业务已办理确认/ })
  await notice.getByRole('button', { name: /查看详情/ }).click()
  await taxpayer.getByRole('region', { name: '个人中心' }).getByRole('button', { name: '查看确认单' }).click()
  await expect(record.getByText('已确认', { exact: true }).first()).toBeVisible()
  await press(taxpayer, '返回会话')
  await expect(card(taxpayer)).toContainText('已确认')
})

test('about a 留言 it is found with the 留言, on the desk of 确认单, and can be withdrawn', async () => {
  await press(taxpayer, '留言')
  await taxpayer.getByLabel('留言类型').selectOption('其他')
  await taxpayer.getByLabel('留言内容').fill('多缴的印花税怎样申请退还')
  await taxpayer.getByRole('radio', { name: '否', exact: true }).check()
  await press(taxpayer, '提交')
  await dialog(taxpayer, '提交成功').getByRole('button', { name: '前往个人中心查看' }).click()

  await rail('留言').click()
  await agent.getByText('多缴的印花税怎样申请退还').click()
  await press(agent, '确认单')
  const composer = dialog(agent, '发送业务办理服务确认单')
  await composer.getByLabel('模板').selectOption('误收多缴退抵税')
  await composer.getByRole('button', { name: '套用' }).click()
  await composer.getByRole('button', { name: '发送' }).click()
  await expect(agent.getByRole('region', { name: '业务办理服务确认单' })).toContainText('待上传材料')
  await looksGood(agent)
  const related = record.getByRole('region', { name: '业务办理服务确认单' })
  await expect(related).toContainText('误收多缴退抵税')
  await looksGood(taxpayer)
  await related.getByRole('button').click()
  await expect(taxpayer.getByText('退抵税申请说明')).toBeVisible()

  await rail('确认单').click()
  await expect(agent.getByText('没有待审核的确认单')).toBeVisible()
  await looksGood(agent)
  await press(agent, '进行中')
  await agent.getByRole('button', { name: /误收多缴退抵税/ }).click()
  await press(agent, '撤回确认单')
  await agent.getByRole('textbox', { name: /撤回原因/ }).fill('材料清单有误')
  await looksGood(agent)
  await press(agent, '确定撤回')
  await expect(agent.getByRole('article').getByText('已撤回')).toBeVisible()
  await looksGood(agent)
  await expect(taxpayer.getByText('税务人员撤回了这张确认单')).toBeVisible()
  await expect(record.locator('input[type=file]')).toHaveCount(0)
  await looksGood(taxpayer)
})
