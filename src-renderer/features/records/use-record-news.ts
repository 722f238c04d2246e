// When what is shown should be asked for again: a notice about it came, it changed at this machine, or the line is back.
import type { RecordPage } from '@zhengna/contract/domain/record-page.ts'
import { useHostEvent, useHostReturn } from '../../host/index.ts'

/** `id`: of the one that is shown; without it, any of the kind. `isStale`: what is shown was not the server's. */
export function useRecordNews(page: RecordPage | null, refresh: () => void, isStale: () => boolean, id?: () => string): void {
  const isMeant = (changed: { page: string; id: string }): boolean => changed.page === page && (!id || changed.id === id())
  useHostEvent('records.changed', (changed) => {
    if (isMeant(changed)) refresh()
  })
  useHostEvent('notices.changed', ({ notices, arrived }) => {
    const links = notices.filter((notice) => arrived.includes(notice.id)).flatMap(({ link }) => link ?? [])
    if (links.some((link) => 'page' in link && isMeant(link))) refresh()
  })
  useHostEvent('connection.changed', ({ state }) => {
    if (state === 'online' && isStale()) refresh()
  })
  useHostReturn(refresh)
}
