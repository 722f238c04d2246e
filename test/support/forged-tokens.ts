// Access tokens that must not open anything, and how they were made.
import { SignJWT } from 'jose'
import type { Role } from '@zhengna/contract/domain/person.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { createTokens, signingSecret } from '../../server/src/platform/auth/tokens.ts'

/** The secret every test server signs with (test/support/server.ts). */
const secret = signingSecret('', 'a test')
const caller = { personId: 'nsr001' as PersonId, role: 'taxpayer' as Role, officeId: 'demo-office-1' as OfficeId, sessionId: 'a session' }

/** Rightly signed, an hour too old. */
export async function expiredToken(role: Role = 'taxpayer'): Promise<string> {
  const anHourAgo = createTokens(secret, 600, { now: () => Date.now() - 3_600_000 })
  return (await anHourAgo.issue({ ...caller, role })).token
}

/** By name: each must be taken for no token at all. */
export async function garbageTokens(genuine: string): Promise<Record<string, string>> {
  const [header = '', payload = '', signature = ''] = genuine.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = (claim: Record<string, unknown>): Promise<string> =>
    new SignJWT({ ...claims, ...claim }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(secret)
  return {
    'no JWT at all': 'garbage',
    'cut short': genuine.slice(0, -4),
    'a role put in by hand': [header, encode({ ...claims, role: 'admin' }), signature].join('.'),
    'no signature and alg none': [encode({ alg: 'none' }), encode({ ...claims, role: 'admin' }), ''].join('.'),
    'signed by another': (await createTokens(signingSecret('', 'another'), 600, { now: Date.now }).issue(caller)).token,
    'a role that does not exist': await signed({ role: 'owner' }),
    'no session': await signed({ sid: undefined }),
  }
}
