import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const here = dirname(fileURLToPath(import.meta.url))

export const assetFile = (name) => join(here, '../../server/seed/assets', name)

export async function openPage(html, viewport) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  })
  const page = await browser.newPage({ viewport })
  await page.goto(pathToFileURL(join(here, html)).href)
  await page.evaluate(() => document.fonts.ready)
  return { page, close: () => browser.close() }
}
