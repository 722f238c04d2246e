// Draws the pictures that the tests of reading look at: `node build/reading-pictures/render.ts`.
// `--fonts DIR` adds a folder with wqy-microhei.ttc, wqy-zenhei.ttc and uming.ttc; without them the looks fall back to Noto.
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { deviceLooks } from './device-looks.ts'
import { escaped } from './picture.ts'
import { pictures } from './pictures.ts'
import { programLooks } from './program-looks.ts'
import { webLooks } from './web-looks.ts'

const { values } = parseArgs({ options: { fonts: { type: 'string' } } })
const folder = resolve(import.meta.dirname, '../../test/fixtures/reading')
const looks = { ...webLooks, ...deviceLooks, ...programLooks }
const fonts = {
  sans: 'Noto Sans CJK SC',
  serif: 'Noto Serif CJK SC',
  'micro-hei': 'WenQuanYi Micro Hei',
  'zen-hei': 'WenQuanYi Zen Hei',
  song: 'AR PL UMing CN',
} as const

/** The system's fonts and a folder more, for this browser alone. */
function fontConfig(extra: string): string {
  const file = join(tmpdir(), 'reading-pictures-fonts.conf')
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include><dir>${escaped(resolve(extra))}</dir></fontconfig>`
  writeFileSync(file, text)
  return file
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.ZHENGNA_BROWSER ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
  env: { ...process.env, ...(values.fonts ? { FONTCONFIG_FILE: fontConfig(values.fonts) } : {}) },
})
for (const picture of pictures) {
  const look = looks[picture.look]
  if (!look) throw new Error(`${picture.name}: no look named ${picture.look}`)
  const { width, height } = look
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: picture.scale ?? 1 })
  await page.setContent(
    `<!doctype html><html lang="zh-CN" style="font-family:'${fonts[picture.font ?? 'sans']}','Noto Sans CJK SC'">${look.html(picture)}`,
  )
  const path = join(folder, `${picture.name}.png`)
  await page.screenshot({ path })
  await page.close()
  console.log(`${picture.name} ${Math.round(statSync(path).size / 1000)} kB`)
}
await browser.close()
const expected = pictures.map(({ name, question }) => ({ name, question }))
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
