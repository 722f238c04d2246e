// Requests of the contract that are the server's to answer.
import type { HostHandlers, HostRequestName } from '@zhengna/contract/host/index.ts'
import type { Route } from '@zhengna/contract/http/route.ts'
import type { Fetch } from '../sync/inbox.ts'

type Relays = Readonly<Record<string, { readonly route: Route }>>

/** A handler for each relay of a group. */
export function relayHandlers<R extends Relays>(fetch: Fetch, relays: R): HostHandlers<Extract<keyof R, HostRequestName>> {
  const handlers = Object.entries(relays).map(([name, { route }]) => [name, (params: object) => fetch(route, params as never)])
  return Object.fromEntries(handlers) as HostHandlers<Extract<keyof R, HostRequestName>>
}
