// Requests that the host only carries to the server and back: the route is the contract, nothing is written a second time.
import { Type, type TSchema } from 'typebox'
import type { Edition } from '../domain/person.ts'
import type { Call, Reply, Route } from '../http/route.ts'
import type { HostRequest } from './channel.ts'

/** The parts of a call that the route has. */
export type RelayParams<R extends Route> = {
  [K in keyof Call<R> as Call<R>[K] extends undefined ? never : K]: Call<R>[K]
}

export interface Relay<R extends Route = Route> extends HostRequest<ReturnType<typeof Type.Unsafe<RelayParams<R>>>, Reply<R>> {
  readonly route: R
}

/** With no line the answer is HOST_OFFLINE; all else is as the route says. */
export function relay<const R extends Route>(route: R, editions: readonly Edition[]): Relay<R> {
  const parts: Record<string, TSchema> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = route[part]
    if (schema) parts[part] = schema
  }
  return { route, editions, params: Type.Unsafe<RelayParams<R>>(Type.Object(parts)) }
}
