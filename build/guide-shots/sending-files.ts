// Pictures and files in a live conversation: looked at before they are sent, and in the stream.
import { readFileSync } from 'node:fs'
import { attachmentFiles } from '../../test/support/attachment-files.ts'
import { fixturePath } from '../../test/support/reading-fixtures.ts'
import { openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { expect, type Scene } from './scene.ts'

export const sendingFiles: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001'))
  const agent = await openWindow(browser, await program.openHost('console', 'zx001'))
  await signIn(taxpayer, 'nsr001')
  await signIn(agent, 'zx001')
  await agent.getByRole('button', { name: '示闲', exact: true }).click()
  await taxpayer.getByRole('toolbar').getByRole('button', { name: '人工服务' }).click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await say(taxpayer, '填专项附加扣除时提示这个，是什么意思？')
  const [chooser] = await Promise.all([
    taxpayer.waitForEvent('filechooser'),
    taxpayer.getByRole('button', { name: '图片', exact: true }).click(),
  ])
  await chooser.setFiles([
    { name: '提示.png', mimeType: 'image/png', buffer: readFileSync(fixturePath('alert-children')) },
    { name: '填报说明.docx', mimeType: '', buffer: attachmentFiles.docx },
  ])
  const dialog = taxpayer.getByRole('dialog', { name: '发送图片和文件' })
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await shoot(taxpayer, 'talk-files-dialog')
  await dialog.getByRole('button', { name: '发送', exact: true }).click()
  await expect(stream(agent).getByText('填报说明.docx')).toBeVisible()
  await say(agent, '图片收到了，请稍等。')
  await expect(stream(taxpayer).getByText('图片收到了')).toBeVisible()
  await shoot(taxpayer, 'talk-files-stream')
  await shoot(agent, 'console-talk-files')
  for (const page of [taxpayer, agent]) await page.context().close()
}
