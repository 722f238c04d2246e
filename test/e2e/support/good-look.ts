// Light and dark: nothing inaccessible, nothing cut off, nothing in English.
import { expect, test, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { join } from 'node:path'

/** A folder for a picture of every look that is taken, to be judged by eye. */
const shots = process.env.ZHENGNA_SHOTS
let pictures = 0

/** Puts the window in that colour scheme and waits until it is all of that colour. */
export async function useColorScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const html = page.locator('html')
  await (colorScheme === 'dark' ? expect(html).toHaveClass(/\bdark\b/) : expect(html).not.toHaveClass(/\bdark\b/))
  // Half-way colours would be measured otherwise. What inherits a colour begins to change when its parent has changed.
  await page.evaluate(async () => {
    const changing = () => document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    for (let animations = changing(); animations.length > 0; animations = changing()) {
      await Promise.all(animations.map(({ finished }) => finished.catch(() => undefined)))
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
}

/** Axe itself, read into a page once: its wrapper reads it in for every run, which takes longer than the run. */
async function violationsOf(page: Page, runOnly: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options)
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
      )
    },
    // What passes need not be named element by element.
    { runOnly, resultTypes: ['violations'] } satisfies RunOptions,
  )
}

export async function expectGoodLook(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await useColorScheme(page, colorScheme)
    // Only colours differ in the dark.
    const runOnly = colorScheme === 'dark' ? ['color-contrast'] : ['wcag2a', 'wcag2aa', 'wcag21aa']
    expect(await violationsOf(page, runOnly), colorScheme).toEqual([])
    if (shots) {
      const place = `${test.info().titlePath.slice(0, 2).join(' ')} ${page.viewportSize()?.width} ${(pictures += 1)} ${colorScheme}`
      await page.screenshot({ path: join(shots, `${place.replaceAll(/[\s/“”’]+/g, '-')}.png`), animations: 'disabled' })
    }
  }
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => `${Math.round(element.getBoundingClientRect().right - clientWidth)} px: ${element.outerHTML.slice(0, 160)}`)
  })
  expect(tooWide, 'the page scrolls sideways').toEqual([])
  // Words of five letters and more are English; account names, laws' numbers and files' names are not, nor are people's own words.
  const text = await page.evaluate(() => {
    const verbatim = [...document.querySelectorAll<HTMLElement>('[translate="no"]')].map(({ innerText }) => innerText)
    return verbatim.reduce((rest, words) => rest.replace(words, ''), document.body.innerText)
  })
  expect(text.match(/\b[A-Za-z]{5,}\b/g)?.filter((word) => !/^(Enter|Shift|model|tokenizer)$/.test(word)) ?? []).toEqual([])
}
