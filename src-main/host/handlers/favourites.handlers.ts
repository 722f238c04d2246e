import { currencyOf, type Favourite } from '@zhengna/contract/domain/favourite.ts'
import { dayOf } from '@zhengna/contract/domain/working-time.ts'
import type { FavouriteView, favouriteRequests } from '@zhengna/contract/host/favourites.ts'
import { ok } from '@zhengna/contract/result.ts'
import { pageOf } from '../records/record-filter.ts'
import { today } from '../today.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

/** Beside the talk; the rest is a page away. */
const LATEST = 10

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
    'favourites.search': (filter) =>
      withScope(context, async ({ cache }) => {
        const { text = '', from, to } = filter
        const isWithin = (day: string): boolean => (from === undefined || from <= day) && (to === undefined || day <= to)
        const found = (await cache.searchFavourites(text)).filter(({ keptAt }) => isWithin(dayOf(keptAt)))
        const { items, total } = pageOf(found, filter)
        return ok({ items: items.map(view), total })
      }),
    'favourites.keep': ({ messageId }) => withScope(context, ({ favourites }) => favourites.keep(messageId)),
    'favourites.drop': ({ questionId }) =>
      withScope(context, async ({ favourites }) => {
        await favourites.drop(questionId)
        return ok(null)
      }),
  }
}
