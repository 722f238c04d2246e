// What scenes have in common.
import { expect as expectSoon, type Browser, type Page } from '@playwright/test'
import { stream } from '../../test/e2e/support/people.ts'
import type { Program } from '../../test/e2e/support/program.ts'

/** A part of the tour: who is shown, in which order, is the story that docs/guide tells. */
export type Scene = (browser: Browser, program: Program) => Promise<void>

/** Nothing is measured here: a machine that is busy with other things takes the same pictures. */
export const expect = expectSoon.configure({ timeout: 60_000 })

export const narrowSize = { width: 420, height: 720 }

/** A long answer is shown from its beginning; this goes to its end. */
export async function toLatest(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /回到最新消息|有新消息/ })
  if (await button.isVisible()) await button.click()
  await expect(button).toBeHidden()
}

export const answered = (page: Page, basis: string): Promise<void> => expect(stream(page).getByText(basis).last()).toBeVisible()
