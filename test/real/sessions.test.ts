// Signing in, renewing, signing out: what a thief, a guesser and a lost reply meet.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '@zhengna/contract/domain/person.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { closeCodes } from '@zhengna/contract/realtime/frames.ts'
import { ConfigError, readConfig } from '../../server/src/config.ts'
import { callRoute, signIn, type RawReply, type Signed } from '../support/raw-api.ts'
import { hello, openLine, openRawLine } from '../support/raw-line.ts'
import { addTaxpayer, withStore } from '../support/register.ts'
import { DEMO_PASSWORD, startTestServer, type TestServer } from '../support/server.ts'

const MINUTE_MS = 60_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())

let newcomers = 0
/** An account nobody has used yet. */
const newcomer = (): Promise<string> => withStore(server.dataDir, (trx) => addTaxpayer(trx, `nsr9${String(++newcomers).padStart(3, '0')}`))
const enterAnew = async (): Promise<Signed> => signIn(server.url, await newcomer())

const enter = (account: string, password: string, edition: Edition = 'taxpayer'): Promise<RawReply<Signed>> =>
  callRoute(server.url, routes.signIn, { body: { account, password, edition } })
const renew = (refreshToken: string): Promise<RawReply<Signed>> => callRoute(server.url, routes.renewSession, { body: { refreshToken } })
const fail = async (account: string, times: number): Promise<void> => {
  for (let count = 0; count < times; count += 1) expect((await enter(account, 'wrong')).code).toBe('CREDENTIALS_WRONG')
}

describe('wrong passwords', () => {
  it('an unknown account gets the same answer as a wrong password', async () => {
    const known = await enter(await newcomer(), 'wrong')
    const unknown = await enter('nobody-at-all', 'wrong')
    expect(known).toMatchObject({ status: 401, code: 'CREDENTIALS_WRONG' })
    expect(unknown).toEqual(known)
  })

  it('five close the account for fifteen minutes, for the right password too, and then it opens again', async () => {
    const account = await newcomer()
    await fail(account, 5)
    expect(await enter(account, DEMO_PASSWORD)).toMatchObject({ status: 429, code: 'LOGIN_THROTTLED' })
    server.clock.advance(14 * MINUTE_MS)
    expect((await enter(account, DEMO_PASSWORD)).message).toMatch(/请 1 分钟后再试/)
    server.clock.advance(MINUTE_MS + 1_000)
    expect((await enter(account, DEMO_PASSWORD)).code).toBeNull()
  })

  it('leave other accounts alone', async () => {
    const account = await newcomer()
    await fail(account, 5)
    expect((await enter(await newcomer(), DEMO_PASSWORD)).code).toBeNull()
  })

  it('an account that does not exist is closed in the same way', async () => {
    await fail('nobody', 5)
    expect((await enter('nobody', 'wrong')).code).toBe('LOGIN_THROTTLED')
  })

  it('four and then the right one start the count anew', async () => {
    const account = await newcomer()
    await fail(account, 4)
    expect((await enter(account, DEMO_PASSWORD)).code).toBeNull()
    await fail(account, 4)
    expect((await enter(account, DEMO_PASSWORD)).code).toBeNull()
  })

  it('a crowd of guesses at the same moment gets no more than five tries', async () => {
    const account = await newcomer()
    const replies = await Promise.all(Array.from({ length: 20 }, (_, guess) => enter(account, `guess ${guess}`)))
    expect(replies.filter(({ code }) => code === 'CREDENTIALS_WRONG').length).toBeLessThanOrEqual(5)
    expect(replies.every(({ code }) => code === 'CREDENTIALS_WRONG' || code === 'LOGIN_THROTTLED')).toBe(true)
  })

  it('a restart of the server does not open the account again', async () => {
    const account = await newcomer()
    await fail(account, 5)
    await server.restart()
    expect((await enter(account, DEMO_PASSWORD)).code).toBe('LOGIN_THROTTLED')
  })
})

describe('editions', () => {
  it.each([
    ['nsr001', 'console'],
    ['zx001', 'taxpayer'],
    ['bz001', 'taxpayer'],
    ['zs001', 'taxpayer'],
    ['admin001', 'taxpayer'],
  ] as [string, Edition][])('%s does not sign in to the %s edition', async (account, edition) => {
    expect(await enter(account, DEMO_PASSWORD, edition)).toMatchObject({ status: 403, code: 'EDITION_FORBIDDEN' })
    // And who does not know the password is not told which edition is right.
    expect((await enter(account, 'wrong', edition)).code).toBe('CREDENTIALS_WRONG')
  })
})

it('the wrong edition with the right password is a mistake, not a guess: it never closes the account', async () => {
  const account = await newcomer()
  for (let count = 0; count < 6; count += 1) expect((await enter(account, DEMO_PASSWORD, 'console')).code).toBe('EDITION_FORBIDDEN')
  expect((await enter(account, DEMO_PASSWORD)).code).toBeNull()
})

describe('renewing', () => {
  it('replaces both tokens', async () => {
    const first = await enterAnew()
    server.clock.advance(1_000)
    const { body } = await renew(first.refreshToken)
    expect(body.refreshToken).not.toBe(first.refreshToken)
    expect(body.accessToken).not.toBe(first.accessToken)
    expect(body.person).toEqual(first.person)
    expect((await renew(body.refreshToken)).code).toBeNull()
  })

  it('within a minute the replaced token works again: the reply may have been lost', async () => {
    const first = await enterAnew()
    await renew(first.refreshToken)
    server.clock.advance(50_000)
    const again = await renew(first.refreshToken)
    expect(again.code).toBeNull()
    expect((await renew(again.body.refreshToken)).code).toBeNull()
  })

  it('the minute is counted from the replacement, not from the last repeat', async () => {
    const first = await enterAnew()
    await renew(first.refreshToken)
    server.clock.advance(50_000)
    await renew(first.refreshToken)
    server.clock.advance(50_000)
    expect((await renew(first.refreshToken)).code).toBe('TOKEN_EXPIRED')
  })

  it('where both replies of a repeat are used, two hold the token: the session ends for both', async () => {
    const first = await enterAnew()
    const { body: one } = await renew(first.refreshToken)
    const { body: other } = await renew(first.refreshToken)
    expect((await renew(one.refreshToken)).code).toBe('TOKEN_EXPIRED')
    expect((await renew(other.refreshToken)).code).toBe('TOKEN_EXPIRED')
  })

  it('after it the replaced token was copied by somebody: the session ends for both', async () => {
    const first = await enterAnew()
    const { body: second } = await renew(first.refreshToken)
    const line = await openLine(server.url, second.accessToken)
    server.clock.advance(61_000)
    expect(await renew(first.refreshToken)).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' })
    expect((await renew(second.refreshToken)).code).toBe('TOKEN_EXPIRED')
    expect(await line.closed).toBe(closeCodes.signedOut)
  })

  it('a token of nobody is expired like any other', async () => {
    expect(await renew('x'.repeat(43))).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' })
  })

  it('two windows that renew at the same moment both go on', async () => {
    const first = await enterAnew()
    const replies = await Promise.all([renew(first.refreshToken), renew(first.refreshToken)])
    for (const { code, body } of replies) {
      expect(code).toBeNull()
      expect((await callRoute(server.url, routes.whoAmI, { token: body.accessToken })).code).toBeNull()
    }
  })

  it('a session unused for fourteen days is over', async () => {
    const { refreshToken } = await enterAnew()
    server.clock.advance(13 * 24 * 60 * MINUTE_MS)
    const { body } = await renew(refreshToken)
    server.clock.advance(14 * 24 * 60 * MINUTE_MS + 1_000)
    expect((await renew(body.refreshToken)).code).toBe('TOKEN_EXPIRED')
  })

  it('an access token ends by the clock', async () => {
    const { accessToken, accessExpiresInSeconds } = await enterAnew()
    server.clock.advance((accessExpiresInSeconds - 5) * 1_000)
    expect((await callRoute(server.url, routes.whoAmI, { token: accessToken })).code).toBeNull()
    server.clock.advance(6_000)
    expect((await callRoute(server.url, routes.whoAmI, { token: accessToken })).code).toBe('TOKEN_EXPIRED')
  })

  it('sessions go on after a restart of the server', async () => {
    const { refreshToken, accessToken } = await enterAnew()
    await server.restart()
    expect((await callRoute(server.url, routes.whoAmI, { token: accessToken })).code).toBeNull()
    expect((await renew(refreshToken)).code).toBeNull()
  })
})

describe('signing out', () => {
  it('closes the session’s live lines and stops its refresh token, and no other’s', async () => {
    const account = await newcomer()
    const mine = await signIn(server.url, account)
    const elsewhere = await signIn(server.url, account)
    const line = await openLine(server.url, mine.accessToken)
    const otherLine = await openLine(server.url, elsewhere.accessToken)
    expect((await callRoute(server.url, routes.signOut, { token: mine.accessToken })).status).toBe(200)
    expect(await line.closed).toBe(closeCodes.signedOut)
    expect((await renew(mine.refreshToken)).code).toBe('TOKEN_EXPIRED')
    expect(otherLine.isOpen()).toBe(true)
    expect((await renew(elsewhere.refreshToken)).code).toBeNull()
    await otherLine.close()
  })

  it('the access token opens no route', async () => {
    const signed = await enterAnew()
    expect((await callRoute(server.url, routes.whoAmI, { token: signed.accessToken })).status).toBe(200)
    await callRoute(server.url, routes.signOut, { token: signed.accessToken })
    expect(await callRoute(server.url, routes.whoAmI, { token: signed.accessToken })).toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' })
  })

  it('the access token opens no new live line', async () => {
    const { accessToken } = await enterAnew()
    await callRoute(server.url, routes.signOut, { token: accessToken })
    const line = await openRawLine(server.url)
    line.send(hello(accessToken))
    await expect.poll(() => line.frames.map(({ type }) => type)).toContain('refused')
    expect(line.frames.some(({ type }) => type === 'welcome')).toBe(false)
    await line.close()
  })
})

describe('what is kept and shown', () => {
  it('tokens hold neither names nor numbers', async () => {
    const { accessToken, refreshToken, person } = await enterAnew()
    const opened = accessToken
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('utf8'))
      .join('\n')
    for (const secret of [person.name, person.taxpayer?.taxpayerNumber, person.taxpayer?.phone, person.officeName]) {
      expect(secret).toBeTruthy()
      expect(`${opened}\n${Buffer.from(refreshToken, 'base64url').toString('utf8')}`).not.toContain(secret)
    }
    expect(Object.keys(JSON.parse(opened.split('\n')[1] ?? '') as object).sort()).toEqual(['exp', 'iat', 'office', 'role', 'sid', 'sub'])
  })

  it('the store keeps neither passwords nor refresh tokens, and passwords as argon2id', async () => {
    const { refreshToken } = await enterAnew()
    const { people, sessions } = await withStore(server.dataDir, async (trx) => ({
      people: await trx.selectFrom('people').selectAll().execute(),
      sessions: await trx.selectFrom('sessions').selectAll().execute(),
    }))
    for (const { password_hash } of people) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(sessions)).not.toContain(refreshToken)
    expect(JSON.stringify(people)).not.toContain(DEMO_PASSWORD)
  })
})

describe('a production start', () => {
  it('refuses to seed demo people', () => {
    expect(() => readConfig(['--seed-demo-people'], { NODE_ENV: 'production' })).toThrow(ConfigError)
    expect(readConfig([], { NODE_ENV: 'production' }).seedDemoPeople).toBe(false)
    expect(readConfig([], {}).seedDemoPeople).toBe(true)
  })

  it.each([
    [['--port', '70000'], {}],
    [['--port', '-1'], {}],
    [['--colour', 'red'], {}],
    [['8080'], {}],
    [['--port', 'http'], {}],
    [[], { ZHENGNA_ACCESS_TOKEN_SECONDS: '0' }],
    [[], { ZHENGNA_REFRESH_TOKEN_DAYS: '1.5' }],
    [[], { ZHENGNA_SIGN_INS_PER_MINUTE: '' }],
  ] as [string[], Record<string, string>][])('wrong settings end any start with a sentence: %j %j', (argv, env) => {
    expect(() => readConfig(argv, env)).toThrow(ConfigError)
  })
})

it('one address signs in only so often a minute', async () => {
  const strict = await startTestServer({ ZHENGNA_SIGN_INS_PER_MINUTE: '3' })
  const attempt = (): Promise<RawReply> =>
    callRoute(strict.url, routes.signIn, { body: { account: 'nsr001', password: DEMO_PASSWORD, edition: 'taxpayer' } })
  for (let count = 0; count < 3; count += 1) expect((await attempt()).code).toBeNull()
  const refused = await attempt()
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
  expect(refused.message).toMatch(/请 \d+ 秒后再试/)
  await strict.remove()
})
