import { failure } from '@zhengna/contract/errors.ts'
import type { knowledgeRequests } from '@zhengna/contract/host/knowledge.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { today } from '../today.ts'
import type { HandlersOf, HostContext } from './context.ts'

export function knowledgeHandlers({ library, session }: HostContext): HandlersOf<typeof knowledgeRequests> {
  return {
    'knowledge.recommended': () => ok(library.recommended(session.person()?.taxpayer?.audiences ?? [])),
    'knowledge.topics': () => ok(library.topics()),
    'knowledge.search': ({ query, limit }) => {
      const hits = library.engine()?.search(query, { day: today(), limit }) ?? []
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
