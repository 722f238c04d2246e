import { currencyOf, type Favourite } from '@zhengna/contract/domain/favourite.ts'
import type { FavouriteView, favouriteRequests } from '@zhengna/contract/host/favourites.ts'
import { ok } from '@zhengna/contract/result.ts'
import { today } from '../today.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

/** Beside the talk; the rest is a page away. */
const LATEST = 10
const PAGE_SIZE = 20

export function favouriteHandlers(context: HostContext): HandlersOf<typeof favouriteRequests> {
  const { library } = context
  /** With no knowledge base here yet nobody can say that an answer changed. */
  const view = (favourite: Favourite): FavouriteView => {
    const { papers } = favourite.answer
    const isKnown = library.snapshot() !== null && papers !== null
    return { ...favourite, currency: isKnown ? currencyOf(favourite.answer, library.article(papers.articleId), today()) : 'current' }
  }
  return {
    'favourites.open': () =>
      withScope(context, async ({ cache }) => {
        const kept = await cache.searchFavourites('')
        return ok({ kept: kept.map(({ questionId }) => questionId), latest: kept.slice(0, LATEST).map(view) })
      }),
    'favourites.list': ({ search, after }) =>
      withScope(context, async ({ cache }) => {
        const found = await cache.searchFavourites(search)
        const start = found.findIndex(({ questionId }) => questionId === after) + 1
        return ok({ favourites: found.slice(start, start + PAGE_SIZE).map(view), total: found.length })
      }),
    'favourites.keep': ({ messageId }) => withScope(context, ({ favourites }) => favourites.keep(messageId)),
    'favourites.drop': ({ questionId }) =>
      withScope(context, async ({ favourites }) => {
        await favourites.drop(questionId)
        return ok(null)
      }),
  }
}
