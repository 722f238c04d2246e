// Who is signed in on this machine. Tokens live here and in the encrypted device store, never in a window.
import { failure } from '@zhengna/contract/errors.ts'
import { claimAccount, renewSession, signIn, signOut } from '@zhengna/contract/http/sessions.ts'
import type { Reply } from '@zhengna/contract/http/route.ts'
import type { Edition, Person } from '@zhengna/contract/domain/person.ts'
import type { SessionView } from '@zhengna/contract/host/session.ts'
import { fail, ok, type Failure, type Result } from '@zhengna/contract/result.ts'
import type { DeviceCache } from '../cache/cache.ts'
import type { ServerApi } from './server-api.ts'

interface Signed extends Reply<typeof signIn> {
  /** By this machine's own clock: two thirds into the token's life, so that no request meets an expired one. */
  readonly renewAt: number
}

const received = (reply: Reply<typeof signIn>): Signed => ({ ...reply, renewAt: Date.now() + (reply.accessExpiresInSeconds * 2_000) / 3 })

const KEPT = 'session'
const LAST_ACCOUNT = 'last-account'

export interface Session {
  view(): SessionView
  person(): Person | null
  /** Takes up the session kept from the last start, without asking the server. */
  restore(): Promise<void>
  signIn(account: string, password: string): Promise<Result<Person>>
  /** With the password an administrator gave. */
  claim(account: string, password: string, newPassword: string): Promise<Result<Person>>
  signOut(): Promise<void>
  /** A token good for some time yet, renewed if need be. Errors: AUTH_REQUIRED, TOKEN_EXPIRED (the session is over), HOST_OFFLINE. */
  token(): Promise<Result<string>>
  /** The server refused the token it was given: the next `token()` renews. */
  distrustToken(refused: string): void
}

export interface SessionParts {
  readonly api: ServerApi
  readonly device: DeviceCache
  readonly edition: Edition
  readonly onChange: (view: SessionView) => void
}

export function createSession({ api, device, edition, onChange }: SessionParts): Session {
  let signed: Signed | null = null
  let reason: Failure | null = null
  let lastAccount = ''
  let distrusted = ''
  let renewing: Promise<Result<string>> | null = null

  const view = (): SessionView => (signed ? { status: 'signed-in', person: signed.person } : { status: 'signed-out', reason, lastAccount })
  const keep = async (next: Signed | null): Promise<void> => {
    signed = next
    if (next) await device.set(KEPT, JSON.stringify(next))
    else await device.remove(KEPT)
  }
  const renew = async (held: Signed): Promise<Result<string>> => {
    const reply = await api.call(renewSession, { body: { refreshToken: held.refreshToken } }, null)
    // Signed out meanwhile, or somebody else is in. A token that was distrusted meanwhile is still this session's.
    if (signed?.refreshToken !== held.refreshToken) return fail(failure('AUTH_REQUIRED'))
    if (reply.ok) {
      const fresh = received(reply.value)
      await keep(fresh)
      return ok(fresh.accessToken)
    }
    if (reply.error.code === 'TOKEN_EXPIRED') {
      reason = reply.error
      await keep(null)
      onChange(view())
    }
    return reply
  }

  const enter = async (account: string, reply: Result<Reply<typeof signIn>>): Promise<Result<Person>> => {
    if (!reply.ok) return reply
    lastAccount = account
    reason = null
    await device.set(LAST_ACCOUNT, account)
    await keep(received(reply.value))
    onChange(view())
    return ok(reply.value.person)
  }

  return {
    view,
    person: () => signed?.person ?? null,
    async restore() {
      lastAccount = (await device.get(LAST_ACCOUNT)) ?? ''
      const kept = await device.get(KEPT)
      signed = kept ? (JSON.parse(kept) as Signed) : null
    },
    signIn: async (account, password) => enter(account, await api.call(signIn, { body: { account, password, edition } }, null)),
    claim: async (account, password, newPassword) =>
      enter(account, await api.call(claimAccount, { body: { account, password, newPassword, edition } }, null)),
    async signOut() {
      const token = signed?.accessToken
      reason = null
      await keep(null)
      onChange(view())
      // The session ends here whether or not the server hears of it; its tokens run out by themselves.
      if (token) await api.call(signOut, {}, token)
    },
    async token() {
      if (!signed) return fail(failure('AUTH_REQUIRED'))
      if (Date.now() < signed.renewAt && signed.accessToken !== distrusted) return ok(signed.accessToken)
      renewing ??= renew(signed).finally(() => {
        renewing = null
      })
      return renewing
    },
    distrustToken(refused) {
      distrusted = refused
    },
  }
}
