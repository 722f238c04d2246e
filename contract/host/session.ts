import { Type } from 'typebox'
import type { Person } from '../domain/person.ts'
import { limits } from '../limits.ts'
import type { Failure } from '../result.ts'
import { event, request } from './channel.ts'

export type SessionView =
  /** `reason`: why the last session ended, when not by the person's own sign-out. */
  | { readonly status: 'signed-out'; readonly reason: Failure | null; readonly lastAccount: string }
  | { readonly status: 'signed-in'; readonly person: Person }

/** online: the live line is up; connecting: trying; offline: tried and failed, trying again by itself at `retryAt`. */
export interface ConnectionView {
  readonly state: 'online' | 'connecting' | 'offline'
  readonly retryAt: number | null
  /** Messages written but not yet acknowledged by the server. */
  readonly unsent: number
}

export const sessionRequests = {
  'session.get': request<SessionView>()(Type.Object({})),
  'session.signIn': request<SessionView>()(
    Type.Object({
      account: Type.String({ minLength: 1, maxLength: limits.accountMaxLength }),
      password: Type.String({ minLength: 1, maxLength: limits.passwordMaxLength }),
    }),
  ),
  /** With the password an administrator gave; sets one's own and signs in. */
  'session.claim': request<SessionView>()(
    Type.Object({
      account: Type.String({ minLength: 1, maxLength: limits.accountMaxLength }),
      password: Type.String({ minLength: 1, maxLength: limits.passwordMaxLength }),
      newPassword: Type.String({ minLength: 1, maxLength: limits.passwordMaxLength }),
    }),
    ['console'],
  ),
  'session.signOut': request<SessionView>()(Type.Object({})),
  'connection.get': request<ConnectionView>()(Type.Object({})),
  /** Try now instead of waiting for `retryAt`. */
  'connection.retry': request<ConnectionView>()(Type.Object({})),
}

export const sessionEvents = {
  'session.changed': event<SessionView>(),
  'connection.changed': event<ConnectionView>(),
}
