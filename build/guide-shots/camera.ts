// Pictures for docs: a whole window, or the part of it that something is said about.
import { mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'

export const docs = resolve(import.meta.dirname, '../../docs')
const guide = join(docs, 'guide/images')
const PICTURE_MAX_BYTES = 250_000
/** What is left around a part, so that it is not cut at its own edge. */
const MARGIN_PX = 12
let tooLarge = 0

/** Waits until nothing moves or loads, then writes the picture; `of`: that part alone. */
export async function shoot(page: Page, name: string, { folder = guide, of }: { folder?: string; of?: Locator } = {}): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    // What is out of sight may be left unloaded for ever.
    const isInSight = (image: HTMLImageElement): boolean => {
      const { top, bottom } = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    }
    return Promise.all([...document.images].filter(isInSight).map((image) => image.decode().catch(() => undefined)))
  })
  await expect(page.locator('.el-message')).toHaveCount(0, { timeout: 15_000 })
  const clip = of && (await placeOf(page, of))
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', ...(clip && { clip }) })
  const { size } = statSync(path)
  if (size > PICTURE_MAX_BYTES) tooLarge += 1
  console.log(`${name} ${Math.round(size / 1000)} kB${size > PICTURE_MAX_BYTES ? ' — TOO LARGE' : ''}`)
}

async function placeOf(page: Page, part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await part.scrollIntoViewIfNeeded()
  const box = await part.boundingBox()
  const window = page.viewportSize()
  if (!box || !window) throw new Error('nothing to be seen of it')
  const [x, y] = [Math.max(0, box.x - MARGIN_PX), Math.max(0, box.y - MARGIN_PX)]
  return {
    x,
    y,
    width: Math.min(window.width, box.x + box.width + MARGIN_PX) - x,
    height: Math.min(window.height, box.y + box.height + MARGIN_PX) - y,
  }
}

export const isAnyTooLarge = (): boolean => tooLarge > 0
