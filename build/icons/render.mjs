// Draws the PNGs from the SVGs: `node build/icons/render.mjs`. Run after a drawing was changed; the PNGs are committed.
import { chromium } from '@playwright/test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const sizes = [512, 256, 128, 64, 32, 16]
/** Windows' tray; macOS makes its own colours from a template and takes the @2x one on fine screens. */
const trays = [
  ['', 'tray.png', 16],
  ['', 'tray@2x.png', 32],
  ['-template', 'trayTemplate.png', 16],
  ['-template', 'trayTemplate@2x.png', 32],
]

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const edition of ['taxpayer', 'console']) {
  mkdirSync(path(edition), { recursive: true })
  for (const size of sizes) await draw(`${edition}.svg`, `${edition}/${size}.png`, size)
  for (const [suffix, file, size] of trays) await draw(`${edition}${suffix}.svg`, `${edition}/${file}`, size)
}
await browser.close()

async function draw(svg, png, size) {
  await page.setViewportSize({ width: size, height: size })
  // Small ones fill their square: the drawing's margin would be half a pixel of grey.
  const drawing = readFileSync(path(svg), 'utf8').replace('viewBox="0 0 512 512"', size <= 32 ? 'viewBox="24 24 464 464"' : '$&')
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
  writeFileSync(path(png), await page.screenshot({ omitBackground: true }))
}
