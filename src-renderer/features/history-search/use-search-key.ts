// Ctrl+F looks in the talk, not in the page: what is looked for has mostly scrolled away.
import { useEventListener } from '@vueuse/core'
import { useHistorySearchStore } from './history-search.store.ts'

export function useSearchKey(isThere: () => boolean): void {
  const search = useHistorySearchStore()
  useEventListener(window, 'keydown', (event) => {
    if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || !isThere()) return
    event.preventDefault()
    search.isOpen = true
  })
}
