// Access tokens: signed, minutes long, say who and in which session. Refresh tokens: random, stored as a hash.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errors, jwtVerify, SignJWT } from 'jose'
import { roles, type Role } from '@zhengna/contract/domain/person.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Clock } from '../clock.ts'

export interface Caller {
  readonly personId: PersonId
  readonly role: Role
  readonly officeId: OfficeId
  readonly sessionId: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

export type TokenCheck =
  { readonly ok: true; readonly caller: Caller } | { readonly ok: false; readonly code: 'AUTH_REQUIRED' | 'TOKEN_EXPIRED' }

export interface Tokens {
  issue(caller: Omit<Caller, 'expiresAt'>): Promise<{ token: string; lifetimeSeconds: number }>
  check(token: string): Promise<TokenCheck>
}

export function createTokens(secret: Uint8Array, lifetimeSeconds: number, clock: Clock): Tokens {
  return {
    async issue(caller) {
      const issuedAt = Math.floor(clock.now() / 1000)
      const token = await new SignJWT({ role: caller.role, office: caller.officeId, sid: caller.sessionId })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(caller.personId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(secret)
      return { token, lifetimeSeconds }
    },
    async check(token) {
      try {
        const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], currentDate: new Date(clock.now()) })
        const role = roles.find((known) => known === payload.role)
        if (!role || !payload.sub || typeof payload.office !== 'string' || typeof payload.sid !== 'string') {
          return { ok: false, code: 'AUTH_REQUIRED' }
        }
        const caller: Caller = {
          personId: payload.sub as PersonId,
          role,
          officeId: payload.office as OfficeId,
          sessionId: payload.sid,
          expiresAt: (payload.exp ?? 0) * 1000,
        }
        return { ok: true, caller }
      } catch (error) {
        return { ok: false, code: error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'AUTH_REQUIRED' }
      }
    },
  }
}

export const newRefreshToken = (): string => randomBytes(32).toString('base64url')
export const hashRefreshToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The signing key: from ZHENGNA_SECRET where processes share it, else made once and kept beside the store. */
export function signingSecret(dataDir: string, fromEnvironment: string | undefined): Uint8Array {
  if (fromEnvironment) return createHash('sha256').update(fromEnvironment).digest()
  const file = join(dataDir, 'signing.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}
