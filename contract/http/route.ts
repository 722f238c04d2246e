// A route as data: what the server registers, the host calls, the API document prints and the role table tests.
import type { Static, TSchema } from 'typebox'
import type { Role } from '../domain/person.ts'

/** public: anybody; signed-in: every role; a list: those roles alone. */
export type Access = 'public' | 'signed-in' | readonly Role[]

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Begins with /api/; parameters as :name. */
  readonly path: string
  readonly access: Access
  readonly tag: string
  /** One line for the API document. */
  readonly summary: string
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly reply: TSchema
  /** Where a body may be larger than the server's usual limit. */
  readonly bodyMaxBytes?: number
  /** Where an answer may take longer than usual: how long it is waited for before the line counts as lost. */
  readonly waitMaxMs?: number
}

export const defineRoute = <const R extends Route>(route: R): R => route

type Part<R extends Route, K extends 'params' | 'query' | 'body'> =
  R extends Readonly<Record<K, infer S extends TSchema>> ? Static<S> : undefined
export interface Call<R extends Route> {
  readonly params: Part<R, 'params'>
  readonly query: Part<R, 'query'>
  readonly body: Part<R, 'body'>
}
export type Reply<R extends Route> = R extends { readonly reply: infer S extends TSchema } ? Static<S> : never

export function mayCall(access: Access, role: Role | null): boolean {
  if (access === 'public') return true
  if (role === null) return false
  return access === 'signed-in' || access.includes(role)
}
