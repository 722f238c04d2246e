// Pictures on their way into a window: from the clipboard, from a file, from another window.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { fixturePath } from '../../support/reading-fixtures.ts'

/** Puts a picture into the system's clipboard and presses Ctrl+V. */
export async function paste(page: Page, name: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(
    async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
    },
    readFileSync(fixturePath(name), 'base64'),
  )
  await page.keyboard.press('Control+V')
}

export async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: /^(图片|换一张图片)$/ })
      .last()
      .click(),
  ])
  await chooser.setFiles(file)
}

export async function drop(page: Page, name: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    (base64) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      transfer.items.add(new File([bytes], 'screenshot.png', { type: 'image/png' }))
      return transfer
    },
    readFileSync(fixturePath(name), 'base64'),
  )
  const stream = page.getByLabel('会话消息')
  await stream.dispatchEvent('dragover', { dataTransfer: dropped })
  await stream.dispatchEvent('drop', { dataTransfer: dropped })
}
