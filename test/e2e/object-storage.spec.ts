// Attachments that an office keeps in object storage: at the windows nothing is different, also while it cannot be reached.
import { expect, test, type Page } from '@playwright/test'
import { attachmentFiles } from '../support/attachment-files.ts'
import { startObjectStorage, type ObjectStorage } from '../support/object-storage.ts'
import { expectGoodLook } from './support/good-look.ts'
import { openWindow, signIn } from './support/people.ts'
import { startProgram, type Program } from './support/program.ts'

let storage: ObjectStorage
let program: Program
let taxpayer: Page
let agent: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  storage = await startObjectStorage()
  const environment = { S3_ENDPOINT: storage.endpoint, S3_BUCKET: storage.bucket, ...storage.credentials }
  program = await startProgram({ environment })
  taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  agent = await openWindow(browser, await program.openHost('console'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
})
test.afterAll(async () => {
  await program.close()
  await storage.stop()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function choose(page: Page, name: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '选择文件')])
  await chooser.setFiles({ name, mimeType: 'image/png', buffer: Buffer.from(attachmentFiles.png) })
  await expect(page.getByText('待上传', { exact: true })).toBeVisible()
}
/** The picture as the window draws it: it has come whole. */
const previewed = (page: Page) => page.getByRole('dialog').getByRole('img')
const isDrawn = (page: Page) => previewed(page).evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)

test('what a taxpayer attaches while the storage is away is said, stays, and goes up by itself once it is back', async () => {
  await press(taxpayer, '留言')
  await taxpayer.getByLabel('留言类型').selectOption('办税咨询')
  await taxpayer.getByLabel('留言内容').fill('申报时出现的提示见附件截图，应怎样处理')
  await taxpayer.getByRole('radio', { name: '否', exact: true }).check()
  storage.setDown(true)
  await choose(taxpayer, '申报提示.png')
  await press(taxpayer, '点击上传')
  await expect(taxpayer.getByText('网络或服务暂不可用，恢复后自动继续')).toBeVisible()
  await expectGoodLook(taxpayer)

  storage.setDown(false)
  await expect(taxpayer.getByText('已上传', { exact: true })).toBeVisible()
  expect(storage.keys()).toHaveLength(1)
  await press(taxpayer, '提交')
  await taxpayer.getByRole('dialog', { name: '提交成功' }).getByRole('button', { name: '前往个人中心查看' }).click()
  await expect(taxpayer.getByText('申报提示.png', { exact: true })).toBeVisible()
})

test('the officer sees the picture, also after the server was started again', async () => {
  await program.stopServer()
  await program.startServer()
  await agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '留言' }).click()
  await agent.getByText('申报时出现的提示见附件截图').click()
  await press(agent, '预览“申报提示.png”')
  await expect.poll(() => isDrawn(agent)).toBe(true)
  await expectGoodLook(agent)
})
