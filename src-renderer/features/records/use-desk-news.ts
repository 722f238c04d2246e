// What changes at the office while a desk is open: told a moment later, however much it is; and when the line is back, once for all.
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import { useDebounceFn } from '@vueuse/core'
import { useHostEvent } from '../../host/index.ts'

const tellAfterMs = 200
const tellAtLatestMs = 1_000

/** `ids`: which changed; null: any may have. */
export function useDeskNews(page: RecordPage, tell: (ids: ReadonlySet<string> | null) => unknown): void {
  let changed = new Set<string>()
  let isAll = false
  const tellSoon = useDebounceFn(
    () => {
      const ids = isAll ? null : changed
      changed = new Set()
      isAll = false
      tell(ids)
    },
    tellAfterMs,
    { maxWait: tellAtLatestMs },
  )
  useHostEvent('desk.recordChanged', (one) => {
    if (one.page !== page) return
    changed.add(one.id)
    void tellSoon()
  })
  useHostEvent('connection.changed', ({ state }) => {
    if (state !== 'online') return
    isAll = true
    void tellSoon()
  })
}
