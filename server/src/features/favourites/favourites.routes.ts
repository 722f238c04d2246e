import * as contract from '@zhengna/contract/http/favourites.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Favourites } from './favourites.service.ts'

export function registerFavouriteRoutes(implement: Implement, favourites: Favourites): void {
  implement(contract.listFavourites, ({ caller, query: { search = '', page = 1, pageSize = 20 } }) =>
    favourites.list(caller, { search, page, pageSize }),
  )
  implement(contract.favouriteChanges, ({ caller, query }) => favourites.changes(caller, query.after))
  implement(contract.keepFavourite, async ({ caller, params, body }) => ({
    change: await favourites.keep(caller, params.messageId, body.toggledAt),
  }))
  implement(contract.dropFavourite, async ({ caller, params, query }) => ({
    change: await favourites.drop(caller, params.messageId, query.toggledAt),
  }))
}
