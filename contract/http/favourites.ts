// 我的收藏 of the caller alone.
import { Type } from 'typebox'
import { Favourite, FavouriteChange } from '../domain/favourite.ts'
import { MessageId } from '../ids.ts'
import { limits } from '../limits.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ messageId: MessageId })
/** When the person pressed, milliseconds since 1970: of two devices the later toggle holds, whichever is told first. */
const toggledAt = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const reply = Type.Object({ change: FavouriteChange })

export const listFavourites = defineRoute({
  method: 'GET',
  path: '/api/favourites',
  access: ['taxpayer'],
  tag: 'favourites',
  summary: 'One’s own favourites, the last kept first; `search`: those that have it in part, in question, answer or papers.',
  query: Type.Object({ ...paging, search: Type.Optional(Type.String({ maxLength: limits.favouriteSearchMaxLength })) }),
  reply: pageOf(Favourite),
})

export const favouriteChanges = defineRoute({
  method: 'GET',
  path: '/api/favourites/changes',
  access: ['taxpayer'],
  tag: 'favourites',
  summary: 'What was toggled after a revision, in the order of revisions, at most 100; `revision` is the newest there is.',
  query: Type.Object({ after: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }),
  reply: Type.Object({ changes: Type.Array(FavouriteChange), revision: Type.Integer({ minimum: 0 }) }),
})

export const keepFavourite = defineRoute({
  method: 'PUT',
  path: '/api/favourites/:messageId',
  access: ['taxpayer'],
  tag: 'favourites',
  summary:
    '收藏: keeps an answer as it was given. A toggle older than the one held changes nothing; the reply says what holds. Errors: FAVOURITE_ANSWER_NOT_FOUND, FAVOURITES_FULL.',
  params,
  body: Type.Object({ toggledAt }),
  reply,
})

export const dropFavourite = defineRoute({
  method: 'DELETE',
  path: '/api/favourites/:messageId',
  access: ['taxpayer'],
  tag: 'favourites',
  summary: '取消收藏. A toggle older than the one held changes nothing; the reply says what holds. Errors: FAVOURITE_ANSWER_NOT_FOUND.',
  params,
  query: Type.Object({ toggledAt }),
  reply,
})
