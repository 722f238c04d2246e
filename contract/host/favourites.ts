// 我的收藏 at the taxpayer's window: all of them are on this machine, so that they open, are searched and toggled with no line.
import { Type, type Static } from 'typebox'
import { Day } from '../domain/day.ts'
import type { Favourite, FavouriteCurrency } from '../domain/favourite.ts'
import { paging } from '../http/paging.ts'
import { MessageId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { Failure } from '../result.ts'
import { event, request } from './channel.ts'

export interface FavouriteView extends Favourite {
  /** By the knowledge base on this machine. */
  readonly currency: FavouriteCurrency
}

/** 个人中心 · 我的收藏. `text`: of question, answer or papers, in part; `from`, `to`: days of keeping, both belong to it. */
export const FavouriteFilter = Type.Object({
  ...paging,
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  text: Type.Optional(Type.String({ maxLength: limits.favouriteSearchMaxLength })),
})
export type FavouriteFilter = Static<typeof FavouriteFilter>

export interface FavouriteSearch {
  /** The last kept first. */
  readonly items: readonly FavouriteView[]
  /** Of all that match. */
  readonly total: number
}

export interface FavouritesView {
  /** The questions whose answers are kept: what the chat marks. */
  readonly kept: readonly MessageId[]
  /** The last few. */
  readonly latest: readonly FavouriteView[]
}

const taxpayer = ['taxpayer'] as const

export const favouriteRequests = {
  'favourites.open': request<FavouritesView>()(Type.Object({}), taxpayer),
  'favourites.search': request<FavouriteSearch>()(FavouriteFilter, taxpayer),
  /** 收藏, at once; told to the server when there is a line. Errors: FAVOURITE_ANSWER_NOT_FOUND, FAVOURITES_FULL. */
  'favourites.keep': request<null>()(Type.Object({ messageId: MessageId }), taxpayer),
  /** 取消收藏, by the question; of what is not kept, nothing happens. */
  'favourites.drop': request<null>()(Type.Object({ questionId: MessageId }), taxpayer),
}

export const favouriteEvents = {
  /** Ask again for what is shown. `refused`: what was kept with no line, and the server would not keep. */
  'favourites.changed': event<{ readonly refused: Failure | null }>(),
}
