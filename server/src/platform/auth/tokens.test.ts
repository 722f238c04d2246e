import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { garbageTokens } from '../../../../test/support/forged-tokens.ts'
import { temporaryFolder, TurnableClock } from '../../../../test/support/server.ts'
import { createTokens, hashRefreshToken, newRefreshToken, signingSecret } from './tokens.ts'

const caller = { personId: 'nsr001' as never, role: 'taxpayer', officeId: 'o' as never, sessionId: 's' } as const

describe('access tokens', () => {
  const clock = new TurnableClock()
  const tokens = createTokens(signingSecret('', 'a test'), 600, clock)

  it('say who, in which session and until when', async () => {
    const { token, lifetimeSeconds } = await tokens.issue(caller)
    const checked = await tokens.check(token)
    expect(lifetimeSeconds).toBe(600)
    expect(checked).toMatchObject({ ok: true, caller })
    expect(checked.ok && checked.caller.expiresAt).toBeGreaterThan(clock.now() + 598_000)
  })
  it('end by the clock they were given', async () => {
    const { token } = await tokens.issue(caller)
    clock.advance(601_000)
    expect(await tokens.check(token)).toEqual({ ok: false, code: 'TOKEN_EXPIRED' })
  })
  it('forged ones are no tokens', async () => {
    const { token } = await tokens.issue(caller)
    for (const [kind, forged] of Object.entries(await garbageTokens(token)))
      expect(await tokens.check(forged), kind).toEqual({ ok: false, code: 'AUTH_REQUIRED' })
  })
})

describe('the signing secret', () => {
  it('is made once, for its owner alone to read', () => {
    const folder = temporaryFolder('secret')
    const first = signingSecret(folder, undefined)
    expect(first).toHaveLength(32)
    expect(Buffer.from(signingSecret(folder, undefined))).toEqual(Buffer.from(first))
    expect(statSync(join(folder, 'signing.key')).mode & 0o777).toBe(0o600)
    rmSync(folder, { recursive: true })
  })
  it('given from outside is the same for every process', () => {
    expect(signingSecret('', 'shared')).toEqual(signingSecret('/elsewhere', 'shared'))
    expect(signingSecret('', 'shared')).not.toEqual(signingSecret('', 'other'))
  })
})

it('refresh tokens cannot be guessed, and are kept as a hash alone', () => {
  const made = Array.from({ length: 100 }, newRefreshToken)
  expect(new Set(made).size).toBe(100)
  for (const token of made) {
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(hashRefreshToken(token)).not.toContain(token)
  }
})
