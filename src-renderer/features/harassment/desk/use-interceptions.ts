// 拦截记录 as the page looks through it: one page of one state, asked for anew whenever something changed.
import type { InterceptionState } from '@zhengna/contract/domain/interception.ts'
import { useHost, useHostEvent, useHostReturn } from '../../../host/index.ts'
import { createFilteredPage, narrowing } from '../../../ui/index.ts'

interface InterceptionFilter {
  readonly state: InterceptionState | ''
}
const everything: InterceptionFilter = { state: '' }
export const interceptionsPerPage = 20

export function useInterceptions() {
  const host = useHost()
  const page = createFilteredPage({
    everything,
    size: interceptionsPerPage,
    ask: (filter, paging) => host.request('interceptions.list', { query: { ...narrowing(filter), ...paging } }),
  })
  useHostEvent('interceptions.changed', () => void page.load())
  useHostReturn(() => void page.load())
  return page
}
