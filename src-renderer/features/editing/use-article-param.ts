// The article that the address names.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'

export function useArticleParam(): ComputedRef<ArticleId | null> {
  const route = useRoute()
  return computed(() => {
    const { articleId } = route.params
    return typeof articleId === 'string' && articleId !== '' ? (articleId as ArticleId) : null
  })
}
