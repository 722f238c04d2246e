// The line between a window and its host: requests with one Result each, and events that any window may hear.
// Electron carries it over IPC, the loopback shell over a WebSocket; windows cannot tell which.
import type { Static, TSchema } from 'typebox'
import type { Edition } from '../domain/person.ts'

export interface HostRequest<P extends TSchema = TSchema, R = unknown> {
  readonly params: P
  /** In which edition a window may ask this. */
  readonly editions: readonly Edition[]
  /** Type only: what the Result holds. */
  readonly reply?: R
}

export interface HostEvent<T = unknown> {
  readonly payload?: T
}

export const request =
  <R>() =>
  <const P extends TSchema>(params: P, editions: readonly Edition[] = ['taxpayer', 'console']): HostRequest<P, R> => ({ params, editions })

export const event = <T>(): HostEvent<T> => ({})

export type ParamsOf<R> = R extends HostRequest<infer P> ? Static<P> : never
export type ReplyOf<R> = R extends HostRequest<TSchema, infer T> ? T : never
export type PayloadOf<E> = E extends HostEvent<infer T> ? T : never
