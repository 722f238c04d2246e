// The list of articles: what is looked for, and the page that is shown.
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { RevisionState } from '@zhengna/contract/domain/revision.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useHost } from '../../host/index.ts'
import { useLatest } from './use-latest.ts'

export type ArticleListItem = HostReply<'editing.listArticles'>['articles'][number]
export interface ArticleFilter {
  readonly topicId: TopicId | null
  readonly state: RevisionState | null
  readonly text: string
}
const everything: ArticleFilter = { topicId: null, state: null, text: '' }
export const articlePageSize = 50

export const useCatalogueStore = defineStore('editing.catalogue', () => {
  const host = useHost()
  const filter = ref<ArticleFilter>(everything)
  const offset = ref(0)
  const latest = useLatest(() => {
    const { topicId, state, text } = filter.value
    return host.request('editing.listArticles', {
      query: {
        ...(topicId !== null && { topicId }),
        ...(state !== null && { state }),
        ...(text.trim() !== '' && { text: text.trim() }),
        offset: offset.value,
        limit: articlePageSize,
      },
    })
  })
  /** null until the server has said. */
  const articles = computed(() => latest.value.value?.articles ?? null)
  const total = computed(() => latest.value.value?.total ?? 0)
  const isFiltered = computed(() => filter.value.state !== null || filter.value.text.trim() !== '')

  function show(change: Partial<ArticleFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    return turnTo(0)
  }
  function turnTo(first: number): Promise<void> {
    offset.value = first
    return latest.load()
  }
  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    filter.value = everything
    offset.value = 0
    latest.forget()
  }
  const { failure, isLoading, load } = latest
  return { filter, offset, articles, total, isFiltered, failure, isLoading, load, show, turnTo, reset }
})
