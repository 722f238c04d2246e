// Light and dark: nothing inaccessible, nothing cut off, nothing in English.
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'

/** A folder for a picture of every look that is taken, to be judged by eye. */
const shots = process.env.ZHENGNA_SHOTS
let pictures = 0

/** Puts the window in that colour scheme and waits until it is all of that colour. */
export async function useColorScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const html = page.locator('html')
  await (colorScheme === 'dark' ? expect(html).toHaveClass(/\bdark\b/) : expect(html).not.toHaveClass(/\bdark\b/))
  // Half-way colours would be measured otherwise.
  await page.evaluate(() => {
    const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    return Promise.all(finite.map(({ finished }) => finished.catch(() => undefined))).then(() => undefined)
  })
}

export async function expectGoodLook(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await useColorScheme(page, colorScheme)
    // Only colours differ in the dark. One frame: axe needs no page of its own to put several together.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (
      colorScheme === 'dark' ? axe.withRules('color-contrast') : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
    ).analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${colorScheme} ${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
      ),
    ).toEqual([])
    if (shots) {
      const place = `${test.info().titlePath.slice(0, 2).join(' ')} ${page.viewportSize()?.width} ${(pictures += 1)} ${colorScheme}`
      await page.screenshot({ path: join(shots, `${place.replaceAll(/[\s/“”’]+/g, '-')}.png`), animations: 'disabled' })
    }
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
  // Words of five letters and more are English; account names, laws' numbers and files' names are not, nor are people's own words.
  const text = await page.evaluate(() => {
    const verbatim = [...document.querySelectorAll<HTMLElement>('[translate="no"]')].map(({ innerText }) => innerText)
    return verbatim.reduce((rest, words) => rest.replace(words, ''), document.body.innerText)
  })
  expect(text.match(/\b[A-Za-z]{5,}\b/g)?.filter((word) => !/^(Enter|Shift|model|tokenizer)$/.test(word)) ?? []).toEqual([])
}
