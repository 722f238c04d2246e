// An appointment, as the page of it shows it.
import type { Locator } from '@playwright/test'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'

/** When the appointment begins that is shown, in milliseconds since 1970. */
export async function beginOf(shown: Locator): Promise<number> {
  const [, day = '', at = ''] = /(\d{4}-\d\d-\d\d) 星期. (\d\d:\d\d)–/.exec(await shown.innerText()) ?? []
  return momentOf(day, at)
}
