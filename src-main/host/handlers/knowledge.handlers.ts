import { failure } from '@zhengna/contract/errors.ts'
import type { knowledgeRequests } from '@zhengna/contract/host/knowledge.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { recommendedTo, topicPacks } from '../knowledge/recommended.ts'
import { today } from '../today.ts'
import type { HandlersOf, HostContext } from './context.ts'

export function knowledgeHandlers({ library, session, scope }: HostContext): HandlersOf<typeof knowledgeRequests> {
  const trends = () => scope()?.trends.current() ?? null
  const audiences = () => session.person()?.taxpayer?.audiences ?? []
  return {
    'knowledge.trends': () => ok(trends()),
    'knowledge.recommended': () => ok(recommendedTo(library, trends(), audiences())),
    'knowledge.topics': () => ok(topicPacks(library, trends())),
    'knowledge.suggest': async ({ typed }) => {
      const engine = await library.engine()
      const limit = library.snapshot()?.settings.suggestionsMax ?? 0
      const popularityOf = scope()?.trends.popularityOf
      const wanted = { day: today(), limit, audiences: audiences(), ...(popularityOf && { popularityOf }) }
      return ok(engine?.suggest(typed, wanted) ?? [])
    },
    'knowledge.search': async ({ query, limit }) => {
      const hits = (await library.engine())?.search(query, { day: today(), limit }) ?? []
      return ok(
        hits.flatMap(({ articleId, probability }) => {
          const article = library.article(articleId)
          return article ? [{ article, probability }] : []
        }),
      )
    },
    'knowledge.article': ({ articleId }) => {
      const article = library.article(articleId)
      return article ? ok(article) : fail(failure('NOT_FOUND'))
    },
  }
}
