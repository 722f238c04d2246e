// What goes out: to whom it is for, once, at its time, in parts, whatever happens in between; and what comes back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoticeLink } from '@zhengna/contract/domain/notice.ts'
import type { PushLink } from '@zhengna/contract/domain/push-record.ts'
import type { ArticleId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { openPushStand, type PushStand } from '../../../../test/support/pushes.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { BusEvents } from '../../platform/bus/bus.ts'
import { createDelivery } from './index.ts'

const MINUTE_MS = 60_000
let stand: PushStand
let office: OfficeId
let supervisor: Caller
let told: BusEvents['notice.changed'][]

beforeEach(async () => {
  stand = await openPushStand()
  office = await stand.office()
  supervisor = stand.supervisor(office)
  told = []
  stand.bus.subscribe('notice.changed', (change) => told.push(change))
})
afterEach(() => stand.close())

/** More than a batch of them. */
async function crowd(count: number): Promise<void> {
  const model = await stand.taxpayer(office)
  await stand.database.write(async (trx) => {
    const row = await trx.selectFrom('people').selectAll().where('id', '=', model.personId).executeTakeFirstOrThrow()
    for (let i = 1; i < count; i += 1) {
      const id = `${model.personId}-${String(i).padStart(5, '0')}`
      await trx
        .insertInto('people')
        .values({ ...row, id: id as PersonId, account: id })
        .execute()
    }
  })
}
const noticesOf = (id: string) =>
  stand.database.reader
    .selectFrom('notices')
    .select(['person_id', 'withdrawn_at'])
    .where('push_id', '=', id as never)
    .execute()
const started = async () => {
  const { id, lock } = await stand.draft(supervisor, stand.content())
  await stand.pushes.send(supervisor, id, lock, null)
  return id
}
const stateOf = async (id: Awaited<ReturnType<typeof started>>) => (await stand.pushes.get(supervisor, id)).state

describe('what is sent', () => {
  it('reaches those it is for and nobody else, is pushed at once and counted', async () => {
    const one = await stand.known(office, { audiences: ['enterprise'] }, ['新办户'])
    const other = await stand.known(office, { audiences: ['enterprise'] })
    const push = await stand.sent(supervisor, stand.content({}, { tags: ['新办户'] }))
    expect(push).toMatchObject({ state: 'sent', addressed: 1, told: 1, read: 0, sentAt: expect.any(Number) as number })
    expect(push.steps.map(({ event, by }) => [event, by])).toEqual([
      ['begin', '演示班长'],
      ['complete', null],
    ])
    expect(told.map(({ personId, notice, unread }) => [personId, notice.title, unread.todo])).toEqual([[one.personId, '请确认申报信息', 1]])
    expect(await stand.titlesOf(other)).toEqual([])
  })

  const links: [PushLink, NoticeLink][] = [
    [
      { to: 'place', place: 'appointment-form' },
      { label: '去预约', place: 'appointment-form' },
    ],
    [
      { to: 'web', url: 'https://example.com/a' },
      { label: '打开网页', url: 'https://example.com/a' },
    ],
    [
      { to: 'article', articleId: 'deed-tax-rate' as ArticleId, question: '' },
      { label: '查看解答', question: '契税税率是多少？', articleId: 'deed-tax-rate' as ArticleId },
    ],
  ]
  it.each(links)('with the link %j has a button that leads there', async (link, expected) => {
    await stand.taxpayer(office)
    await stand.sent(supervisor, stand.content({ link }))
    expect(told[0]!.notice.link).toEqual(expected)
  })

  it('is counted as read once by each who opens it, however often', async () => {
    const people = [await stand.taxpayer(office), await stand.taxpayer(office), await stand.taxpayer(office)]
    const { id } = await stand.sent(supervisor, stand.content())
    for (const person of [people[0]!, people[0]!, people[1]!]) {
      const [notice] = (await stand.notices.list(person, { limit: 1 })).notices
      await stand.notices.read(person, notice!.id)
    }
    expect(await stand.pushes.get(supervisor, id)).toMatchObject({ told: 3, read: 2 })
  })

  it('goes out in parts, between which others write', async () => {
    await crowd(1_800)
    const id = await started()
    const order: string[] = []
    stand.bus.subscribe('notice.changed', () => {
      if (order.at(-1) !== 'push') order.push('push')
    })
    const sending = stand.delivery.dispatch().then(() => order.push('done'))
    for (let i = 0; i < 3; i += 1) {
      const before = told.length
      await stand.database.write((trx) => trx.selectFrom('pushes').select('id').execute())
      order.push('another')
      while (told.length === before && !order.includes('done')) await new Promise((resolve) => setImmediate(resolve))
    }
    await sending
    expect(order.filter((what) => what === 'push').length).toBeGreaterThan(2)
    expect((await stand.pushes.get(supervisor, id)).told).toBe(1_800)
  })

  it('after a crash goes on where it was, and tells nobody twice', async () => {
    await crowd(1_300)
    const id = await started()
    let batches = 0
    const { tell, withdraw } = stand.notices
    const crashing = createDelivery({
      ...stand,
      notices: {
        withdraw,
        tell: (...args) => (++batches > 1 ? Promise.reject(new Error('the process is gone')) : tell(...args)),
      },
    })
    await expect(crashing.dispatch()).rejects.toThrow('gone')
    expect(await stand.pushes.get(supervisor, id)).toMatchObject({ state: 'sending', addressed: 1_300, told: 500 })
    await stand.delivery.dispatch()
    expect(await stand.pushes.get(supervisor, id)).toMatchObject({ state: 'sent', told: 1_300 })
    const people = (await noticesOf(id)).map(({ person_id }) => person_id)
    expect(new Set(people).size).toBe(1_300)
    expect(people).toHaveLength(1_300)
  })

  it('by two servers at once is told once and counted once', async () => {
    await crowd(1_300)
    const id = await started()
    await Promise.all([stand.delivery.dispatch(), stand.otherServer().dispatch()])
    // Whoever was overtaken leaves it to the other.
    await stand.delivery.dispatch()
    expect(await stand.pushes.get(supervisor, id)).toMatchObject({ state: 'sent', told: 1_300 })
    expect(await noticesOf(id)).toHaveLength(1_300)
  })

  it('stops with the server between two parts, and is whole after the next start', async () => {
    await crowd(1_300)
    const id = await started()
    const sending = stand.delivery.dispatch()
    await stand.delivery.stop()
    await sending
    expect((await stand.pushes.get(supervisor, id)).told).toBeLessThan(1_300)
    await stand.otherServer().dispatch()
    expect(await stand.pushes.get(supervisor, id)).toMatchObject({ state: 'sent', told: 1_300 })
  })
})

describe('what is timed', () => {
  it('goes out at its time, not before, and once', async () => {
    const person = await stand.taxpayer(office)
    const { id, lock } = await stand.draft(supervisor, stand.content())
    await stand.pushes.send(supervisor, id, lock, stand.clock.now() + 10 * MINUTE_MS)
    stand.clock.advance(9 * MINUTE_MS)
    await stand.delivery.dispatch()
    expect([await stateOf(id), await stand.titlesOf(person)]).toEqual(['scheduled', []])
    stand.clock.advance(MINUTE_MS + 1)
    await Promise.all([stand.delivery.dispatch(), stand.otherServer().dispatch()])
    await stand.delivery.dispatch()
    expect([await stateOf(id), (await stand.titlesOf(person)).length]).toEqual(['sent', 1])
    expect((await stand.pushes.get(supervisor, id)).steps.map(({ event, by }) => [event, by])).toEqual([
      ['schedule', '演示班长'],
      ['begin', null],
      ['complete', null],
    ])
  })

  it('while the service was down goes out when it is back', async () => {
    const person = await stand.taxpayer(office)
    const { id, lock } = await stand.draft(supervisor, stand.content())
    await stand.pushes.send(supervisor, id, lock, stand.clock.now() + 10 * MINUTE_MS)
    stand.clock.advance(2 * 24 * 60 * MINUTE_MS)
    await stand.otherServer().dispatch()
    expect(await stand.titlesOf(person)).toHaveLength(1)
  })

  it('cancelled or made a draft again in time does not go out', async () => {
    const person = await stand.taxpayer(office)
    for (const how of ['cancel', 'revise'] as const) {
      const { id, lock } = await stand.draft(supervisor, stand.content({ title: how }))
      const timed = await stand.pushes.send(supervisor, id, lock, stand.clock.now() + MINUTE_MS)
      await stand.pushes[how](supervisor, id, timed.lock)
    }
    stand.clock.advance(2 * MINUTE_MS)
    await stand.delivery.dispatch()
    expect(await stand.titlesOf(person)).toEqual([])
  })

  it('goes to those who are there when it goes', async () => {
    const { id, lock } = await stand.draft(supervisor, stand.content())
    await stand.pushes.send(supervisor, id, lock, stand.clock.now() + MINUTE_MS)
    const late = await stand.taxpayer(office)
    stand.clock.advance(2 * MINUTE_MS)
    await stand.delivery.dispatch()
    expect(await stand.titlesOf(late)).toHaveLength(1)
  })
})

describe('what is withdrawn', () => {
  it('counts as unread with nobody any more, and what it said is to be read nowhere', async () => {
    const reader = await stand.taxpayer(office)
    const other = await stand.taxpayer(office)
    const { id } = await stand.sent(supervisor, stand.content({ link: { to: 'place', place: 'my-notices' } }))
    await stand.notices.read(reader, (await stand.notices.list(reader, { limit: 1 })).notices[0]!.id)
    told.length = 0
    await stand.pushes.withdraw(supervisor, id, '日期写错了')
    await stand.delivery.dispatch()
    expect(told.map(({ personId, unread }) => [personId, unread])).toEqual([
      [reader.personId, { todo: 0, info: 0 }],
      [other.personId, { todo: 0, info: 0 }],
    ])
    for (const person of [reader, other]) {
      const { notices, unread } = await stand.notices.list(person, { limit: 5 })
      expect(notices).toMatchObject(
        [{ title: '请确认申报信息', text: '', link: null, withdrawnAt: stand.clock.now() }].map((one) => ({
          ...one,
          withdrawnAt: expect.any(Number) as number,
        })),
      )
      expect(unread).toEqual({ todo: 0, info: 0 })
      expect((await stand.notices.standing(person.personId)).withdrawnAt).toBe(notices[0]!.withdrawnAt)
    }
    // Opening it now is no reading of it.
    await stand.notices.read(other, (await stand.notices.list(other, { limit: 1 })).notices[0]!.id)
    expect(await stand.pushes.get(supervisor, id)).toMatchObject({ told: 2, read: 1 })
  })

  it('while it goes out reaches nobody more, and comes back from those who had it', async () => {
    await crowd(1_300)
    const id = await started()
    const sending = stand.delivery.dispatch()
    while (told.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await stand.pushes.withdraw(supervisor, id, '发错了对象')
    await sending
    await stand.delivery.dispatch()
    const rows = await noticesOf(id)
    expect(rows.length).toBeLessThan(1_300)
    expect(rows.every(({ withdrawn_at }) => withdrawn_at !== null)).toBe(true)
    expect(await stand.pushes.get(supervisor, id)).toMatchObject({ state: 'withdrawn', told: rows.length, isWithdrawing: false })
  })

  it('comes back from everybody though the server stopped halfway', async () => {
    await crowd(1_300)
    const { id } = await stand.sent(supervisor, stand.content())
    await stand.pushes.withdraw(supervisor, id, '发错了')
    const { tell, withdraw } = stand.notices
    let parts = 0
    const crashing = createDelivery({
      ...stand,
      notices: { tell, withdraw: (...args) => (++parts > 1 ? Promise.reject(new Error('gone')) : withdraw(...args)) },
    })
    await expect(crashing.dispatch()).rejects.toThrow('gone')
    expect((await noticesOf(id)).filter(({ withdrawn_at }) => withdrawn_at === null)).toHaveLength(800)
    await stand.delivery.dispatch()
    expect((await noticesOf(id)).filter(({ withdrawn_at }) => withdrawn_at === null)).toHaveLength(0)
    expect((await stand.pushes.get(supervisor, id)).isWithdrawing).toBe(false)
  })

  it('is found by a device that was off, since when it last looked', async () => {
    const person = await stand.taxpayer(office)
    const first = await stand.sent(supervisor, stand.content({ title: '一' }))
    const second = await stand.sent(supervisor, stand.content({ title: '二' }))
    for (const { id } of [first, second]) {
      stand.clock.advance(MINUTE_MS)
      await stand.pushes.withdraw(supervisor, id, '错')
      await stand.delivery.dispatch()
    }
    const { withdrawnAt } = await stand.notices.standing(person.personId)
    const since = async (moment: number) =>
      (await stand.notices.list(person, { withdrawnSince: moment, limit: 10 })).notices.map(({ title }) => title)
    expect(await since(0)).toEqual(['二', '一'])
    expect(await since(withdrawnAt!)).toEqual(['二'])
    expect(await since(withdrawnAt! + MINUTE_MS)).toEqual([])
  })
})
