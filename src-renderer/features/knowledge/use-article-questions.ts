// The standard questions behind ids, as they become known: what is published from this machine, the rest from the server.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { shallowRef, watch } from 'vue'
import { useHost } from '../../host/index.ts'

/** A question, or null for an article that is none any more; undefined while nobody knows yet. */
export type QuestionOf = (id: ArticleId) => string | null | undefined

export function useArticleQuestions(wanted: () => readonly ArticleId[]): QuestionOf {
  const host = useHost()
  const known = shallowRef<ReadonlyMap<ArticleId, string | null>>(new Map())
  const asked = new Set<ArticleId>()

  async function find(id: ArticleId): Promise<string | null> {
    const published = await host.request('knowledge.article', { articleId: id })
    if (published.ok) return published.value.question
    const open = await host.request('editing.getArticle', { params: { articleId: id } })
    return open.ok ? ((open.value.open ?? open.value.published)?.content.question ?? null) : null
  }

  watch(
    wanted,
    (ids) => {
      for (const id of ids) {
        if (asked.has(id)) continue
        asked.add(id)
        void find(id).then((question) => (known.value = new Map(known.value).set(id, question)))
      }
    },
    { immediate: true },
  )
  return (id) => known.value.get(id)
}
