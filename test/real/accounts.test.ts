// 账号 over the real routes: what an administrator may do, what nobody may, and what becomes of those who are signed in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account, AccountFields } from '@zhengna/contract/domain/account.ts'
import { passwordFault } from '@zhengna/contract/domain/password.ts'
import { routes } from '@zhengna/contract/http/index.ts'
import { closeCodes } from '@zhengna/contract/realtime/frames.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { openOffice, valueOf } from '../support/office.ts'
import { callRoute, signIn, type RawReply, type Signed } from '../support/raw-api.ts'
import { openLine } from '../support/raw-line.ts'
import { addOffice, withStore } from '../support/register.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const demoOffice = 'demo-office-1' as OfficeId
const MINUTE_MS = 60_000
let server: TestServer
let admin: string

beforeAll(async () => {
  server = await startTestServer()
  admin = (await signIn(server.url, 'admin001')).accessToken
})
afterAll(() => server.remove())

type Query = Readonly<Record<string, string>>
let made = 0
const fieldsOf = (over: Partial<AccountFields> = {}): AccountFields => ({
  name: '演示甲',
  role: 'agent',
  officeId: demoOffice,
  agent: { number: String(7_000 + made), skillGroups: ['general' as SkillGroupId], capacity: 3 },
  ...over,
})
const create = (over: Partial<AccountFields> = {}, account = `officer${(made += 1)}`) =>
  callRoute(server.url, routes.createAccount, { token: admin, body: { ...fieldsOf(over), account } })
const created = async (over: Partial<AccountFields> = {}) => valueOf(await create(over))
const save = ({ id, revision }: Pick<Account, 'id' | 'revision'>, { name, role, officeId, agent }: AccountFields, token = admin) =>
  callRoute(server.url, routes.saveAccount, { token, params: { personId: id }, body: { name, role, officeId, agent, revision } })
const setDisabled = (personId: PersonId, isDisabled: boolean, token = admin) =>
  callRoute(server.url, routes.setAccountDisabled, { token, params: { personId }, body: { isDisabled } })
const list = async (query: Query): Promise<Account[]> =>
  valueOf(await callRoute(server.url, routes.listAccounts, { token: admin, query })).items
const accountsIn = async (query: Query) => (await list(query)).map(({ account }) => account)
const byAccount = async (account: string): Promise<Account> => (await list({ text: account })).find((one) => one.account === account)!
const enter = (account: string, password: string): Promise<RawReply<Signed>> =>
  callRoute(server.url, routes.signIn, { body: { account, password, edition: 'console' } })
const claim = (account: string, password: string, newPassword: string): Promise<RawReply<Signed>> =>
  callRoute(server.url, routes.claimAccount, { body: { account, password, newPassword, edition: 'console' } })
/** An officer who has set a password of their own and is signed in. */
async function atWork(over: Partial<AccountFields> = {}) {
  const { account, password } = await created(over)
  const signed = valueOf(await claim(account.account, password, 'Own@Pass1'))
  return { account: await byAccount(account.account), token: signed.accessToken }
}
const isIn = async (token: string) => (await callRoute(server.url, routes.whoAmI, { token })).code === null
const logged = async (text: string) =>
  valueOf(await callRoute(server.url, routes.listAudit, { token: admin, query: { text } })).items.map(({ kind, name, before, after }) => ({
    kind,
    name,
    before,
    after,
  }))

describe('a new account', () => {
  it('signs in only by setting a password of its own, and the first one is of no use afterwards', async () => {
    const { account, password } = await created()
    expect(account).toMatchObject({ state: 'unclaimed', signedInAt: null })
    expect(passwordFault(password, account.account)).toBeNull()
    expect(await enter(account.account, password)).toMatchObject({ status: 403, code: 'PASSWORD_MUST_CHANGE' })
    expect(await claim(account.account, password, password)).toMatchObject({ code: 'PASSWORD_INVALID' })
    expect(await claim(account.account, password, 'simple')).toMatchObject({ code: 'PASSWORD_INVALID' })
    expect(await claim(account.account, 'guessed', 'Own@Pass1')).toMatchObject({ code: 'CREDENTIALS_WRONG' })
    const signed = valueOf(await claim(account.account, password, 'Own@Pass1'))
    expect(signed.person).toMatchObject({ name: '演示甲', role: 'agent', agent: { capacity: 3 } })
    expect(await claim(account.account, password, 'Other@Pass1')).toMatchObject({ code: 'CREDENTIALS_WRONG' })
    expect(await claim(account.account, 'Own@Pass1', 'Other@Pass1')).toMatchObject({ code: 'PASSWORD_INVALID' })
    expect((await enter(account.account, 'Own@Pass1')).code).toBeNull()
    expect(await byAccount(account.account)).toMatchObject({ state: 'active', signedInAt: expect.any(Number) as number })
  })

  it('is written down, without its password', async () => {
    const { account, password } = await created({ name: '演示乙' })
    const entries = await logged(`演示乙（${account.account}）`)
    expect(entries).toMatchObject([{ kind: 'account', name: '演示系统管理员' }])
    expect(entries[0]?.after).toMatch(
      /新增；姓名：演示乙；角色：坐席；机构：国家税务总局演示市税务局；工号：\d+；技能组：综合服务；同时接待：3 个/,
    )
    expect(JSON.stringify(entries)).not.toContain(password)
  })

  it('has an account and a number that nobody has, also not in other letters', async () => {
    expect(await create({}, 'ZX001')).toMatchObject({ status: 409, code: 'ACCOUNT_TAKEN' })
    const { number } = (await created()).account.agent!
    const again = { number, skillGroups: ['general' as SkillGroupId], capacity: 1 }
    expect(await create({ agent: again })).toMatchObject({ status: 409, code: 'AGENT_NUMBER_TAKEN' })
  })

  it.each([
    ['an office that does not exist', { officeId: 'nowhere' as OfficeId }],
    ['a skill group that does not exist', { agent: { number: '6999', skillGroups: ['magic' as SkillGroupId], capacity: 1 } }],
    ['an agent without a number', { agent: null }],
    ['an editor with one', { role: 'editor' as const }],
  ])('is refused: %s', async (_, over) => {
    expect(await create(over)).toMatchObject({ status: 422, code: 'ACCOUNT_INVALID' })
  })
})

describe('the list', () => {
  it('has officers alone, and is looked through by text, role, office, group and state', async () => {
    const office = await withStore(server.dataDir, (trx) => addOffice(trx, 'office-of-list'))
    const agent = { number: '8801', skillGroups: ['invoice' as SkillGroupId], capacity: 1 }
    const { account: one } = await created({ name: '王列表', officeId: office, agent })
    const { account: other } = await created({ name: '王列表二', role: 'editor', officeId: office, agent: null })
    expect(await accountsIn({ officeId: office })).toEqual([one.account, other.account].toSorted())
    expect(await accountsIn({ text: '王列表二' })).toEqual([other.account])
    expect(await accountsIn({ text: '8801' })).toEqual([one.account])
    expect(await accountsIn({ officeId: office, role: 'editor' })).toEqual([other.account])
    expect(await accountsIn({ officeId: office, skillGroup: 'invoice' })).toEqual([one.account])
    expect(await accountsIn({ officeId: office, skillGroup: 'general' })).toEqual([])
    expect(await accountsIn({ text: 'nsr001' })).toEqual([])
    expect(await accountsIn({ officeId: office, state: 'active' })).toEqual([])
    await setDisabled(other.id, true)
    expect(await accountsIn({ officeId: office, state: 'unclaimed' })).toEqual([one.account])
    expect(await accountsIn({ officeId: office, state: 'disabled' })).toEqual([other.account])
  })
})

describe('a change', () => {
  it('of a name or a group holds at once, ends no session and is written down with what it was', async () => {
    const { account, token } = await atWork({ name: '改前' })
    const agent = { ...account.agent!, skillGroups: ['general', 'invoice'] as SkillGroupId[] }
    const reply = valueOf(await save(account, { ...fieldsOf({ name: '改后' }), agent }))
    expect(reply.account).toMatchObject({ name: '改后', revision: account.revision + 1 })
    expect(await isIn(token)).toBe(true)
    expect((await logged(`改前（${account.account}）`))[0]).toMatchObject({
      before: '姓名：改前；技能组：综合服务',
      after: '姓名：改后；技能组：综合服务、发票',
    })
  })

  it('of the role ends the sessions, and cuts the line', async () => {
    const { account, token } = await atWork()
    const line = await openLine(server.url, token)
    await line.frame('welcome')
    expect((await save(account, fieldsOf({ role: 'editor', agent: null }))).code).toBeNull()
    expect(await line.closed).toBe(closeCodes.signedOut)
    expect(await isIn(token)).toBe(false)
  })

  it('by the second of two administrators who read the same is refused', async () => {
    const { account } = await created()
    expect((await save(account, { ...account, name: '甲' })).code).toBeNull()
    expect(await save(account, { ...account, name: '乙' })).toMatchObject({ status: 409, code: 'ACCOUNT_CHANGED_MEANWHILE' })
  })

  it('of a taxpayer is none', async () => {
    const fields = fieldsOf({ role: 'editor', agent: null })
    expect(await save({ id: 'nsr001' as PersonId, revision: 0 }, fields)).toMatchObject({ status: 404, code: 'ACCOUNT_NOT_FOUND' })
    expect(await setDisabled('nsr001' as PersonId, true)).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' })
  })
})

describe('disabled', () => {
  it('somebody is out at once, and comes in again only when enabled', async () => {
    const { account, token } = await atWork()
    expect(valueOf(await setDisabled(account.id, true)).account.state).toBe('disabled')
    expect(await isIn(token)).toBe(false)
    expect(await enter(account.account, 'Own@Pass1')).toMatchObject({ status: 403, code: 'ACCOUNT_DISABLED' })
    // Who does not know the password is not told.
    expect(await enter(account.account, 'guessed')).toMatchObject({ code: 'CREDENTIALS_WRONG' })
    await setDisabled(account.id, false)
    expect((await enter(account.account, 'Own@Pass1')).code).toBeNull()
  })

  it('somebody is given no 留言 and no 工单 any more', async () => {
    const { account } = await atWork()
    const supervisor = (await signIn(server.url, 'bz001')).accessToken
    const numbers = async () => {
      const { offices } = valueOf(await callRoute(server.url, routes.listOffices, { token: supervisor }))
      return offices.flatMap(({ agents }) => agents.map(({ id }) => id))
    }
    expect(await numbers()).toContain(account.id)
    await setDisabled(account.id, true)
    expect(await numbers()).not.toContain(account.id)
  })

  it('nobody is while they talk with a taxpayer', async () => {
    const office = await openOffice(server)
    const [taxpayer, agent] = [await office.taxpayer(), await office.agent()]
    await taxpayer.join()
    const { conversation } = valueOf(await agent.take())
    const account = await byAccount(agent.account)
    expect(await setDisabled(account.id, true)).toMatchObject({ status: 409, code: 'ACCOUNT_BUSY' })
    expect(await save(account, fieldsOf({ role: 'editor', agent: null }))).toMatchObject({ code: 'ACCOUNT_BUSY' })
    expect(await isIn(agent.token)).toBe(true)
    await callRoute(server.url, routes.endConversation, { token: agent.token, params: { conversationId: conversation.id } })
    expect((await setDisabled(account.id, true)).code).toBeNull()
  })
})

describe('administrators', () => {
  it('change nothing of their own role and office, and disable nobody who they are', async () => {
    const own = await byAccount('admin001')
    expect(await save(own, { ...own, role: 'editor' })).toMatchObject({ status: 403, code: 'ACCOUNT_OWN' })
    expect(await setDisabled(own.id, true)).toMatchObject({ code: 'ACCOUNT_OWN' })
    expect(await callRoute(server.url, routes.resetPassword, { token: admin, params: { personId: own.id } })).toMatchObject({
      code: 'ACCOUNT_OWN',
    })
    expect((await save(own, { ...own, name: '演示系统管理员' })).code).toBeNull()
  })

  it('who disable each other at the same moment leave one', async () => {
    const second = await atWork({ role: 'admin', agent: null })
    const own = await byAccount('admin001')
    const replies = await Promise.all([setDisabled(second.account.id, true), setDisabled(own.id, true, second.token)])
    expect(replies.filter(({ code }) => code === null)).toHaveLength(1)
    // The next tests are signed in as the first.
    if (replies[1].code === null) {
      await setDisabled(own.id, false, second.token)
      admin = (await signIn(server.url, 'admin001')).accessToken
    }
  })
})

describe('passwords', () => {
  it('reset by an administrator end the sessions, and are claimed anew', async () => {
    const { account, token } = await atWork()
    const reset = valueOf(await callRoute(server.url, routes.resetPassword, { token: admin, params: { personId: account.id } }))
    expect(reset.account.state).toBe('unclaimed')
    expect(await isIn(token)).toBe(false)
    expect(await enter(account.account, 'Own@Pass1')).toMatchObject({ code: 'CREDENTIALS_WRONG' })
    expect((await claim(account.account, reset.password, 'New@Pass1')).code).toBeNull()
  })

  it('changed by their owner end the other sessions and not this one', async () => {
    const { account, token } = await atWork()
    const elsewhere = valueOf(await enter(account.account, 'Own@Pass1')).accessToken
    const change = (password: string, newPassword: string) =>
      callRoute(server.url, routes.changePassword, { token, body: { password, newPassword } })
    expect(await change('wrong', 'New@Pass1')).toMatchObject({ status: 422, code: 'PASSWORD_WRONG' })
    expect(await change('Own@Pass1', 'Own@Pass1')).toMatchObject({ code: 'PASSWORD_INVALID' })
    expect((await change('Own@Pass1', 'New@Pass1')).code).toBeNull()
    expect([await isIn(token), await isIn(elsewhere)]).toEqual([true, false])
    expect((await enter(account.account, 'New@Pass1')).code).toBeNull()
    expect(await logged(account.account)).toContainEqual(expect.objectContaining({ kind: 'password' }))
  })

  it('typed wrong too often lock the account, which an administrator unlocks', async () => {
    const { account } = await atWork()
    for (let count = 0; count < 5; count += 1) await enter(account.account, 'guessed')
    expect((await byAccount(account.account)).state).toBe('locked')
    expect(await accountsIn({ state: 'locked' })).toEqual([account.account])
    const unlocked = valueOf(await callRoute(server.url, routes.unlockAccount, { token: admin, params: { personId: account.id } }))
    expect(unlocked.account.state).toBe('active')
    expect((await enter(account.account, 'Own@Pass1')).code).toBeNull()
  })

  it('a lock is over by itself after fifteen minutes', async () => {
    const { account } = await atWork()
    for (let count = 0; count < 5; count += 1) await enter(account.account, 'guessed')
    server.clock.advance(15 * MINUTE_MS + 1_000)
    admin = (await signIn(server.url, 'admin001')).accessToken
    expect((await byAccount(account.account)).state).toBe('active')
  })
})
