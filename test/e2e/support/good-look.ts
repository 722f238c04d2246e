// Light and dark: nothing inaccessible, nothing cut off, nothing in English.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export async function expectGoodLook(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${colorScheme} ${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
      ),
    ).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
  // Words of five letters and more are English; account names, laws' numbers and files' names are not, nor are people's own words.
  const text = await page.evaluate(() => {
    const verbatim = [...document.querySelectorAll<HTMLElement>('[translate="no"]')].map(({ innerText }) => innerText)
    return verbatim.reduce((rest, words) => rest.replace(words, ''), document.body.innerText)
  })
  expect(text.match(/\b[A-Za-z]{5,}\b/g)?.filter((word) => !/^(Enter|Shift|model|vocab)$/.test(word)) ?? []).toEqual([])
}
