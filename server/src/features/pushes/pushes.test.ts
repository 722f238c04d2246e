// 精准推送 as officers write, time, send and withdraw it; what is sent goes out in delivery.test.ts.
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PushContent } from '@zhengna/contract/domain/push-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId, OfficeId, PushId } from '@zhengna/contract/ids.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { insertWord } from '../../../../test/support/guard.ts'
import { openPushStand, type PushStand } from '../../../../test/support/pushes.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

const HOUR_MS = 3_600_000
let stand: PushStand
let office: OfficeId
let elsewhere: OfficeId
let supervisor: Caller

beforeEach(async () => {
  stand = await openPushStand()
  office = await stand.office()
  elsewhere = await stand.office()
  supervisor = stand.supervisor(office)
})
afterEach(() => stand.close())

const fieldOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error
      return error.failure.detail?.field
    },
  )
const list = (caller: Caller, range: Partial<Parameters<PushStand['pushes']['list']>[1]> = {}) =>
  stand.pushes.list(caller, { offset: 0, limit: 20, ...range })

describe('writing', () => {
  it('a draft is kept as it was written, with whose it is', async () => {
    const content = stand.content({ link: { to: 'place', place: 'leave-message-form' } }, { tags: ['新办户'] })
    const push = await stand.draft(stand.admin, content)
    expect(push).toMatchObject({ ...content, state: 'draft', officeId: null, createdBy: '演示系统管理员', told: 0, lock: 1, steps: [] })
    expect(await stand.pushes.get(stand.admin, push.id)).toEqual(push)
  })

  it('saved twice it is one, and saved as it is it does not change', async () => {
    const id = uuidv7() as PushId
    const first = await stand.pushes.save(stand.admin, id, stand.content(), 0)
    expect(await stand.pushes.save(stand.admin, id, stand.content(), 0)).toEqual(first)
    expect((await list(stand.admin)).total).toBe(1)
  })

  it('of two who change the same draft the second hears of it, and nothing of the first’s is lost', async () => {
    const { id, lock } = await stand.draft(stand.admin, stand.content())
    await stand.pushes.save(stand.admin, id, stand.content({ title: '甲改的' }), lock)
    expect(await codeOf(stand.pushes.save(stand.admin, id, stand.content({ title: '乙改的' }), lock))).toBe('PUSH_CHANGED_MEANWHILE')
    expect((await stand.pushes.get(stand.admin, id)).title).toBe('甲改的')
  })

  const wrong: [string, Partial<PushContent>, string][] = [
    ['no title', { title: ' \n' }, 'title'],
    ['a title one sign too long', { title: '题'.repeat(61) }, 'title'],
    ['no text', { text: '  ' }, 'text'],
    ['a text one sign too long', { text: '文'.repeat(2_001) }, 'text'],
    ['an address with a password in it', { link: { to: 'web', url: 'https://a:b@example.com/' } }, 'link'],
    ['an answer that is not served', { link: { to: 'article', articleId: 'gone' as ArticleId, question: '契税' } }, 'link'],
  ]
  it.each(wrong)('%s is refused at its field', async (_, change, field) => {
    expect(await fieldOf(stand.draft(stand.admin, stand.content(change)))).toBe(field)
    expect((await list(stand.admin)).total).toBe(0)
  })

  it('the longest title and text pass', async () => {
    await stand.draft(stand.admin, stand.content({ title: '题'.repeat(60), text: '文'.repeat(2_000) }))
  })

  it('the question of an answer is the knowledge base’s, whatever a client calls it', async () => {
    const link = { to: 'article' as const, articleId: 'deed-tax-rate' as ArticleId, question: '中奖了点这里' }
    expect((await stand.draft(stand.admin, stand.content({ link }))).link).toEqual({ ...link, question: '契税税率是多少？' })
  })

  it('passes the sensitive words like all that is said to taxpayers', async () => {
    await insertWord(stand, '违禁词', { category: 'fraud' })
    await stand.guard.refresh()
    expect(await fieldOf(stand.draft(stand.admin, stand.content({ text: '这里有违禁词。' })))).toBe('text')
  })
})

describe('who reaches whom', () => {
  it('a supervisor sees and touches their own office’s alone', async () => {
    const theirs = await stand.draft(stand.supervisor(elsewhere), stand.content())
    const ofAll = await stand.draft(stand.admin, stand.content())
    const own = await stand.draft(supervisor, stand.content())
    expect((await list(supervisor)).items.map(({ id }) => id)).toEqual([own.id])
    expect((await list(stand.admin)).total).toBe(3)
    for (const { id } of [theirs, ofAll]) {
      expect(await codeOf(stand.pushes.get(supervisor, id))).toBe('PUSH_NOT_FOUND')
      expect(await codeOf(stand.pushes.save(supervisor, id, stand.content({ title: '改' }), 1))).toBe('PUSH_NOT_FOUND')
      expect(await codeOf(stand.pushes.send(supervisor, id, 1, null))).toBe('PUSH_NOT_FOUND')
      expect(await codeOf(stand.pushes.withdraw(supervisor, id, '错'))).toBe('PUSH_NOT_FOUND')
    }
  })

  it('a supervisor may name no other office, and with none reaches their own', async () => {
    const here = await stand.known(office, {})
    await stand.known(elsewhere, {})
    const other = stand.content({}, { officeIds: [elsewhere] })
    expect(await fieldOf(stand.draft(supervisor, other))).toBe('audience')
    expect(await fieldOf(stand.pushes.preview(supervisor, other.audience))).toBe('audience')
    expect((await stand.pushes.preview(supervisor, stand.content().audience)).count).toBe(1)
    await stand.sent(supervisor, stand.content())
    expect(await stand.titlesOf(here)).toHaveLength(1)
  })

  it('offices and tags to choose from are those within reach', async () => {
    await stand.known(office, {}, ['甲类', '乙类'])
    await stand.known(elsewhere, {}, ['乙类', '丙类'])
    const own = await stand.pushes.choices(supervisor)
    expect(own.offices.map(({ id }) => id)).toEqual([office])
    expect(own.tags).toEqual([
      { name: '乙类', count: 1 },
      { name: '甲类', count: 1 },
    ])
    const all = await stand.pushes.choices(stand.admin)
    expect(all.offices.length).toBeGreaterThan(2)
    expect(all.tags[0]).toEqual({ name: '乙类', count: 2 })
  })
})

describe('the preview', () => {
  it('counts by each condition and by all of them, and shows some, masked', async () => {
    const shop = { audiences: ['enterprise' as const, 'small-scale' as const], industry: '批发和零售业' }
    for (let i = 0; i < 7; i += 1) await stand.known(office, shop, ['新办户'])
    await stand.known(office, { audiences: ['person'] })
    await stand.known(elsewhere, shop)
    const count = async (audience: Parameters<PushStand['content']>[1]) =>
      (await stand.pushes.preview(stand.admin, stand.content({}, { officeIds: [office, elsewhere], ...audience }).audience)).count
    expect(await count({})).toBe(9)
    expect(await count({ audiences: ['small-scale'] })).toBe(8)
    expect(await count({ industries: ['批发和零售业', '制造业'] })).toBe(8)
    expect(await count({ officeIds: [elsewhere] })).toBe(1)
    expect(await count({ tags: ['新办户'] })).toBe(7)
    expect(await count({ audiences: ['small-scale'], tags: ['新办户'], officeIds: [elsewhere] })).toBe(0)
    const { sample } = await stand.pushes.preview(stand.admin, stand.content({}, { tags: ['新办户'] }).audience)
    expect(sample).toHaveLength(5)
    expect(sample[0]).toMatchObject({ taxpayerNumber: '910***********0018', officeName: `税务局 ${office}` })
    expect(sample[0]!.name).toMatch(/^纳税\*+\d\d$/)
  })
})

describe('sending', () => {
  it('to nobody is refused, and it stays a draft', async () => {
    const { id, lock } = await stand.draft(supervisor, stand.content())
    expect(await fieldOf(stand.pushes.send(supervisor, id, lock, null))).toBe('audience')
    expect((await stand.pushes.get(supervisor, id)).state).toBe('draft')
  })

  it('at a time gone by or too far off is refused', async () => {
    const { id, lock } = await stand.draft(stand.admin, stand.content())
    const now = stand.clock.now()
    for (const at of [now - 1, now - HOUR_MS, now + 367 * 24 * HOUR_MS])
      expect(await fieldOf(stand.pushes.send(stand.admin, id, lock, at))).toBe('at')
  })

  it('timed, it waits; made a draft again it has no time and can be changed', async () => {
    const { id, lock } = await stand.draft(stand.admin, stand.content())
    const at = stand.clock.now() + HOUR_MS
    const timed = await stand.pushes.send(stand.admin, id, lock, at)
    expect(timed).toMatchObject({ state: 'scheduled', sendAt: at, steps: [{ event: 'schedule', by: '演示系统管理员' }] })
    expect(await codeOf(stand.pushes.save(stand.admin, id, stand.content({ title: '改' }), timed.lock))).toBe('PUSH_STATE_WRONG')
    const revised = await stand.pushes.revise(stand.admin, id, timed.lock)
    expect(revised).toMatchObject({ state: 'draft', sendAt: null })
    expect(await stand.pushes.save(stand.admin, id, stand.content({ title: '改' }), revised.lock)).toMatchObject({ title: '改' })
  })

  it('what somebody changed since it was looked at is not sent unread', async () => {
    const { id, lock } = await stand.draft(stand.admin, stand.content())
    await stand.pushes.save(stand.admin, id, stand.content({ title: '改' }), lock)
    expect(await codeOf(stand.pushes.send(stand.admin, id, lock, null))).toBe('PUSH_CHANGED_MEANWHILE')
  })

  it('pressed twice it is sent once', async () => {
    const { id, lock } = await stand.draft(stand.admin, stand.content())
    const both = await Promise.all([1, 2].map(() => codeOf(stand.pushes.send(stand.admin, id, lock, null))))
    expect(both.filter((code) => code === 'PUSH_STATE_WRONG')).toHaveLength(1)
    expect((await stand.pushes.get(stand.admin, id)).steps.map(({ event }) => event)).toEqual(['begin'])
  })

  it('cancelled, it can be neither sent nor changed nor withdrawn', async () => {
    const { id, lock } = await stand.draft(stand.admin, stand.content())
    const cancelled = await stand.pushes.cancel(stand.admin, id, lock)
    expect(cancelled.state).toBe('cancelled')
    for (const work of [
      () => stand.pushes.send(stand.admin, id, cancelled.lock, null),
      () => stand.pushes.save(stand.admin, id, stand.content({ title: '改' }), cancelled.lock),
      () => stand.pushes.withdraw(stand.admin, id, '错'),
    ])
      expect(await codeOf(work())).toBe('PUSH_STATE_WRONG')
  })

  it('withdrawn, it is recorded by whom and why; without a reason it is not withdrawn', async () => {
    await stand.known(office, {})
    const { id } = await stand.sent(supervisor, stand.content())
    expect(await fieldOf(stand.pushes.withdraw(supervisor, id, '  '))).toBe('reason')
    const withdrawn = await stand.pushes.withdraw(supervisor, id, '日期写错了')
    expect(withdrawn).toMatchObject({ state: 'withdrawn', isWithdrawing: true })
    expect(withdrawn.steps.at(-1)).toMatchObject({ event: 'withdraw', by: '演示班长', text: '日期写错了' })
    await stand.delivery.dispatch()
    expect((await stand.pushes.get(supervisor, id)).isWithdrawing).toBe(false)
  })
})

it('the list is found through by state and by a part of the title, the latest change first, page by page', async () => {
  for (const title of ['一月申报', '二月申报', '三月100%退税'])
    await stand.draft(supervisor, stand.content({ title })).then(() => stand.clock.advance(1_000))
  const titles = async (range: Parameters<typeof list>[1]) => (await list(supervisor, range)).items.map(({ title }) => title)
  expect(await titles({})).toEqual(['三月100%退税', '二月申报', '一月申报'])
  expect(await titles({ title: '申报' })).toEqual(['二月申报', '一月申报'])
  expect(await titles({ title: '0%' })).toEqual(['三月100%退税'])
  expect(await titles({ title: '%' })).toEqual(['三月100%退税'])
  expect(await titles({ state: 'sent' })).toEqual([])
  expect(await titles({ offset: 2, limit: 1 })).toEqual(['一月申报'])
})
