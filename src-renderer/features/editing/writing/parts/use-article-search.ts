// Articles that an option may lead to: served, or being worked on.
import { refDebounced } from '@vueuse/core'
import { ref, watch } from 'vue'
import { useHost } from '../../../../host/index.ts'
import type { ArticleListItem } from '../../catalogue.store.ts'
import { useLatest } from '../../use-latest.ts'

const foundMax = 8

export function useArticleSearch() {
  const host = useHost()
  const text = ref('')
  const wanted = refDebounced(text, 250)
  const latest = useLatest(() => host.request('editing.listArticles', { query: { text: wanted.value.trim(), limit: foundMax } }))
  watch(wanted, () => {
    if (wanted.value.trim() === '') latest.forget()
    else void latest.load()
  })
  const isServable = ({ published, open }: ArticleListItem): boolean => published !== null || open !== null

  return { text, found: latest.value, failure: latest.failure, isServable }
}
