// Signing in, renewing, signing out, and the password one sets oneself.
import { uuidv7 } from 'uuidv7'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Reply } from '@zhengna/contract/http/route.ts'
import type * as contract from '@zhengna/contract/http/sessions.ts'
import { hashRefreshToken, newRefreshToken, type Caller, type Tokens } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Writer } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findPerson, toPerson, type PersonRow } from '../people/index.ts'
import { endSession, endSessionsOf } from './ending.ts'
import { hashOwn, setOwn } from './own-password.ts'
import { createProving, type Tried } from './proving.ts'

type Signed = Reply<typeof contract.signIn>

const DAY_MS = 86_400_000
/** A reply lost on its way (a crash, a cut line) may be asked for again this long with the token just replaced. */
const REPLAY_GRACE_MS = 60_000

export interface Sessions {
  /** Errors: CREDENTIALS_WRONG, LOGIN_THROTTLED, EDITION_FORBIDDEN, ACCOUNT_DISABLED, PASSWORD_MUST_CHANGE. */
  signIn(tried: Tried): Promise<Signed>
  /** Errors: as signing in, PASSWORD_INVALID, also where the password is their own already. */
  claim(tried: Tried, newPassword: string): Promise<Signed>
  /** Errors: PASSWORD_WRONG, PASSWORD_INVALID, LOGIN_THROTTLED. */
  changePassword(caller: Pick<Caller, 'personId' | 'sessionId'>, password: string, newPassword: string): Promise<void>
  /** Errors: TOKEN_EXPIRED. A refresh token used again after the replay grace was copied: the session ends for both. */
  renew(refreshToken: string): Promise<Signed>
  end(sessionId: string): Promise<void>
  /** False once it was ended or ran out: its access tokens open no new line. */
  isOpen(sessionId: string): Promise<boolean>
}

export interface SessionParts {
  readonly database: Database
  readonly tokens: Tokens
  readonly clock: Clock
  readonly bus: Bus
  readonly refreshTokenDays: number
}

export function createSessions({ database, tokens, clock, bus, refreshTokenDays }: SessionParts): Sessions {
  const { prove, proveAgain } = createProving({ database, clock })
  const signed = async (person: PersonRow, sessionId: string, refreshToken: string): Promise<Signed> => {
    const { token, lifetimeSeconds } = await tokens.issue({ personId: person.id, role: person.role, officeId: person.office_id, sessionId })
    return { accessToken: token, accessExpiresInSeconds: lifetimeSeconds, refreshToken, person: toPerson(person) }
  }
  const expiry = () => clock.now() + refreshTokenDays * DAY_MS

  /** Opens a session of who proved who they are, after `before`. Errors: CREDENTIALS_WRONG where an administrator was faster. */
  const open = async (proven: PersonRow, { edition, address }: Tried, before?: (trx: Writer) => Promise<void>): Promise<Signed> => {
    const id = uuidv7()
    const refreshToken = newRefreshToken()
    const person = await database.write(async (trx) => {
      await before?.(trx)
      const now = clock.now()
      const current = await findPerson(trx, proven.id)
      const isAsProven = before !== undefined || current?.password_hash === proven.password_hash
      if (current?.disabled_at !== null || !isAsProven) throw new DomainError('CREDENTIALS_WRONG')
      await trx.deleteFrom('sessions').where('expires_at', '<', now).execute()
      const unused = { used_hash: null, used_at: null, replayed_hash: null }
      await trx
        .insertInto('sessions')
        .values({ id, person_id: current.id, refresh_hash: hashRefreshToken(refreshToken), ...unused, expires_at: expiry() })
        .execute()
      if (edition === 'console') {
        await trx.updateTable('people').set({ signed_in_at: now }).where('id', '=', current.id).execute()
        await recordAudit(trx, { at: now, kind: 'sign-in', by: current.id, subject: address })
      }
      return current
    })
    return signed(person, id, refreshToken)
  }
  const end = (id: string, why = ''): Promise<void> =>
    database.write((trx, after) => endSession({ trx, after, bus, now: clock.now(), why }, id))

  return {
    async signIn(tried) {
      const person = await prove(tried)
      if (person.must_change_password !== 0) throw new DomainError('PASSWORD_MUST_CHANGE')
      return open(person, tried)
    },

    async claim(tried, newPassword) {
      const person = await prove(tried)
      if (person.must_change_password === 0) throw new DomainError('PASSWORD_INVALID', { reason: '您已设置过自己的密码，请直接登录。' })
      const hash = await hashOwn(person, tried.password, newPassword)
      return open(person, tried, (trx) => setOwn(trx, person, hash, clock.now()))
    },

    async changePassword({ personId, sessionId }, password, newPassword) {
      const person = await proveAgain(personId, password)
      const hash = await hashOwn(person, password, newPassword)
      await database.write(async (trx, after) => {
        const now = clock.now()
        await setOwn(trx, person, hash, now)
        await endSessionsOf({ trx, after, bus, now, why: '修改了密码，其他登录退出' }, personId, sessionId)
      })
    },

    async renew(refreshToken) {
      const presented = hashRefreshToken(refreshToken)
      const next = newRefreshToken()
      const session = await database.write(async (trx) => {
        const now = clock.now()
        const current = await trx
          .selectFrom('sessions')
          .selectAll()
          .where('expires_at', '>', now)
          .where((eb) =>
            eb.or([
              eb('refresh_hash', '=', presented),
              eb.and([eb('used_hash', '=', presented), eb('used_at', '>', now - REPLAY_GRACE_MS)]),
            ]),
          )
          .executeTakeFirst()
        if (!current) return null
        await trx
          .updateTable('sessions')
          .set({
            refresh_hash: hashRefreshToken(next),
            used_hash: presented,
            // The grace is counted from the replacement: asking again does not lengthen it.
            used_at: current.refresh_hash === presented ? now : current.used_at,
            replayed_hash: current.refresh_hash === presented ? current.replayed_hash : current.refresh_hash,
            expires_at: expiry(),
          })
          .where('id', '=', current.id)
          .execute()
        return current
      })
      if (!session) {
        const reused = await database.reader
          .selectFrom('sessions')
          .select('id')
          .where((eb) => eb.or([eb('used_hash', '=', presented), eb('replayed_hash', '=', presented)]))
          .executeTakeFirst()
        if (reused) await end(reused.id, '登录凭证被重复使用，强制退出')
        throw new DomainError('TOKEN_EXPIRED')
      }
      const person = await findPerson(database.reader, session.person_id)
      if (!person) throw new DomainError('TOKEN_EXPIRED')
      return signed(person, session.id, next)
    },

    end: (sessionId) => end(sessionId),

    async isOpen(sessionId) {
      const found = await database.reader
        .selectFrom('sessions')
        .select('id')
        .where('id', '=', sessionId)
        .where('expires_at', '>', clock.now())
        .executeTakeFirst()
      return found !== undefined
    },
  }
}
