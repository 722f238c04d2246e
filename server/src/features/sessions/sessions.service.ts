// Signing in, renewing, signing out. Five wrong passwords for an account close it for fifteen minutes.
import { uuidv7 } from 'uuidv7'
import { DomainError } from '@zhengna/contract/errors.ts'
import { editionOf, type Edition } from '@zhengna/contract/domain/person.ts'
import type { Reply } from '@zhengna/contract/http/route.ts'
import type * as contract from '@zhengna/contract/http/sessions.ts'
import { passwordMatches } from '../../platform/auth/passwords.ts'
import { hashRefreshToken, newRefreshToken, type Tokens } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findByAccount, findPerson, toPerson, type PersonRow } from '../people/index.ts'

type Signed = Reply<typeof contract.signIn>

const FAILURES_ALLOWED = 5
const FAILURE_WINDOW_MS = 15 * 60_000
const DAY_MS = 86_400_000
/** A reply lost on its way (a crash, a cut line) may be asked for again this long with the token just replaced. */
const REPLAY_GRACE_MS = 60_000

export interface Sessions {
  /** Errors: CREDENTIALS_WRONG, LOGIN_THROTTLED, EDITION_FORBIDDEN. */
  signIn(account: string, password: string, edition: Edition, address: string): Promise<Signed>
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
  const signed = async (person: PersonRow, sessionId: string, refreshToken: string): Promise<Signed> => {
    const { token, lifetimeSeconds } = await tokens.issue({ personId: person.id, role: person.role, officeId: person.office_id, sessionId })
    return { accessToken: token, accessExpiresInSeconds: lifetimeSeconds, refreshToken, person: toPerson(person) }
  }
  const expiry = () => clock.now() + refreshTokenDays * DAY_MS

  /** 审计日志 has the tries at the console; those of taxpayers are theirs. */
  const noteFailure = async (tried: { account: string; edition: Edition; address: string }, reason: string): Promise<void> => {
    if (tried.edition !== 'console') return
    await database.write(async (trx) => {
      const known = await findByAccount(trx, tried.account)
      const who = { by: known?.id ?? null, account: tried.account }
      await recordAudit(trx, { at: clock.now(), kind: 'sign-in-failed', ...who, subject: tried.address, after: reason })
    })
  }

  /** Counts the try before the password is looked at: a crowd of guesses at the same moment is counted too. */
  const countTry = (account: string): Promise<void> =>
    database.write(async (trx) => {
      const now = clock.now()
      const since = now - FAILURE_WINDOW_MS
      await trx.deleteFrom('sign_in_failures').where('at', '<=', since).execute()
      const tries = await trx.selectFrom('sign_in_failures').select('at').where('account', '=', account).orderBy('at').execute()
      const first = tries[0]
      if (tries.length >= FAILURES_ALLOWED && first) {
        throw new DomainError('LOGIN_THROTTLED', { minutes: Math.ceil((first.at + FAILURE_WINDOW_MS - now) / 60_000) })
      }
      await trx.insertInto('sign_in_failures').values({ account, at: now }).execute()
    })

  const endSession = (id: string, why = ''): Promise<void> =>
    database.write(async (trx, after) => {
      const session = await trx.selectFrom('sessions').select('person_id').where('id', '=', id).executeTakeFirst()
      const person = session && (await findPerson(trx, session.person_id))
      if (person && editionOf(person.role) === 'console')
        await recordAudit(trx, { at: clock.now(), kind: 'sign-out', by: person.id, subject: '', after: why })
      await trx.deleteFrom('sessions').where('id', '=', id).execute()
      after(() => bus.publish('session.ended', { sessionId: id }))
    })

  return {
    async signIn(account, password, edition, address) {
      const tried = { account, edition, address }
      try {
        await countTry(account)
      } catch (error) {
        if (error instanceof DomainError) await noteFailure(tried, '密码错误次数过多，暂停登录')
        throw error
      }
      const person = await findByAccount(database.reader, account)
      const matches = await passwordMatches(person?.password_hash ?? null, password)
      if (!person || !matches) {
        await noteFailure(tried, person ? '密码错误' : '账号不存在')
        throw new DomainError('CREDENTIALS_WRONG')
      }
      await database.write((trx) => trx.deleteFrom('sign_in_failures').where('account', '=', account).execute())
      if (editionOf(person.role) !== edition) {
        await noteFailure(tried, '不能使用坐席端')
        throw new DomainError('EDITION_FORBIDDEN')
      }
      const id = uuidv7()
      const refreshToken = newRefreshToken()
      await database.write(async (trx) => {
        await trx.deleteFrom('sessions').where('expires_at', '<', clock.now()).execute()
        await trx
          .insertInto('sessions')
          .values({
            id,
            person_id: person.id,
            refresh_hash: hashRefreshToken(refreshToken),
            used_hash: null,
            used_at: null,
            replayed_hash: null,
            expires_at: expiry(),
          })
          .execute()
        if (edition === 'console') await recordAudit(trx, { at: clock.now(), kind: 'sign-in', by: person.id, subject: address })
      })
      return signed(person, id, refreshToken)
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
        if (reused) await endSession(reused.id, '登录凭证被重复使用，强制退出')
        throw new DomainError('TOKEN_EXPIRED')
      }
      const person = await findPerson(database.reader, session.person_id)
      if (!person) throw new DomainError('TOKEN_EXPIRED')
      return signed(person, session.id, next)
    },

    end: (sessionId) => endSession(sessionId),

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
