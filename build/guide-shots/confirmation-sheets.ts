// 业务办理服务确认单: an agent asks for materials, the taxpayer hands them in, one is returned and handed in again.
import type { Page } from '@playwright/test'
import { openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import { attachmentFiles } from '../../test/support/attachment-files.ts'
import { shoot } from './camera.ts'
import { expect, narrowSize, toLatest, type Scene } from './scene.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const card = (page: Page) => stream(page).getByRole('region', { name: '业务办理服务确认单' }).last()

async function upload(page: Page, material: string, ...names: string[]): Promise<void> {
  const one = page.locator('[data-place]').filter({ hasText: material })
  const files = names.map((name) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: attachmentFiles[name.endsWith('.pdf') ? 'pdf' : 'png'],
  }))
  await one.locator('input[type=file]').setInputFiles(files)
  await one.getByRole('button', { name: '点击上传' }).click()
  await expect(one.getByText('已上传', { exact: true })).toHaveCount(names.length)
}

export const confirmingMaterials: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer'))
  const agent = await openWindow(browser, await program.openHost('console'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await say(taxpayer, '转人工')
  await agent.getByRole('button', { name: /坐席状态/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  await press(agent, '呼叫')
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await say(taxpayer, '公司的营业执照变更了，税务登记信息怎样一起变更？')

  await press(agent, '确认单')
  const composer = agent.getByRole('dialog', { name: '发送业务办理服务确认单' })
  await composer.getByLabel('模板').selectOption('变更税务登记信息')
  await composer.getByRole('button', { name: '套用' }).click()
  await composer.getByLabel('业务事项').focus()
  await shoot(agent, 'sheet-compose')
  await composer.getByRole('button', { name: '发送' }).click()
  await expect(card(taxpayer)).toContainText('待上传材料')
  await toLatest(taxpayer)
  await shoot(taxpayer, 'sheet-card')

  await press(taxpayer, /上传材料/)
  await upload(taxpayer, '营业执照', '营业执照正本.png', '营业执照副本.png')
  await upload(taxpayer, '变更事项的决议', '股东会决议.pdf')
  await upload(taxpayer, '经办人身份证件', '身份证正面.png', '身份证反面.png')
  await taxpayer.locator('[data-place]').filter({ hasText: '营业执照' }).scrollIntoViewIfNeeded()
  await shoot(taxpayer, 'sheet-upload')
  await press(taxpayer, '提交材料')
  await expect(card(agent)).toContainText('待审核')

  await press(agent, /审核材料/)
  const review = agent.getByRole('dialog', { name: '业务办理服务确认单' })
  await review.getByRole('button', { name: /通过“营业执照/ }).click()
  await review.getByRole('button', { name: /退回“变更事项的决议/ }).click()
  await review.getByRole('textbox', { name: /退回原因/ }).fill('公章看不清，请重新扫描')
  await shoot(agent, 'sheet-review')
  await review.getByRole('button', { name: '确定退回' }).click()
  await review.getByRole('button', { name: /通过“经办人身份证件/ }).click()
  await expect(review.getByText('待补正')).toBeVisible()
  await review.getByRole('button', { name: '关闭' }).click()

  await expect(taxpayer.getByText('退回原因：公章看不清')).toBeVisible()
  await taxpayer.getByText('退回原因：公章看不清').scrollIntoViewIfNeeded()
  await shoot(taxpayer, 'sheet-returned')
  await taxpayer.setViewportSize(narrowSize)
  await taxpayer.getByText('退回原因：公章看不清').scrollIntoViewIfNeeded()
  await shoot(taxpayer, 'narrow-sheet-returned')

  await agent.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '确认单' }).click()
  await press(agent, '进行中')
  await agent.getByRole('button', { name: /变更税务登记信息/ }).click()
  await expect(agent.getByRole('article')).toContainText('办理进度')
  await shoot(agent, 'sheet-desk')
}
