// One article with its texts and history, asked for anew when another one is meant.
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail } from '@zhengna/contract/result.ts'
import { watch } from 'vue'
import { useHost } from '../../host/index.ts'
import { useLatest, type Latest } from './use-latest.ts'

export type OpenedArticle = HostReply<'editing.getArticle'>

export function useOpenedArticle(articleId: () => ArticleId | null): Latest<OpenedArticle> {
  const host = useHost()
  const latest = useLatest<OpenedArticle>(async () => {
    const id = articleId()
    return id === null ? fail(failure('ARTICLE_NOT_FOUND')) : host.request('editing.getArticle', { params: { articleId: id } })
  })
  watch(
    articleId,
    (id) => {
      latest.forget()
      if (id !== null) void latest.load()
    },
    { immediate: true },
  )
  return latest
}
