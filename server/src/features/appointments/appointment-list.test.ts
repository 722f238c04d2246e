// 我的预约: every filter alone and together, and each by an index of one taxpayer's.
import { sql, type RawBuilder } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { Appointment } from '@zhengna/contract/domain/appointment-record.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { appointmentDraft, appointmentProposal, friday, monday, turnTo } from '../../../../test/support/appointments.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { countOfOwn, pageOfOwn, type OwnFilter } from './appointment-list.ts'

let stand: JournalStand
let office: OfficeId
let person: Caller
let early: Appointment
let late: Appointment

beforeEach(async () => {
  stand = await openJournalStand()
  office = await stand.office()
  person = await stand.taxpayer(office)
  turnTo(stand, friday, '10:00')
  const { bookings } = stand.appointments
  early = await bookings.book(person, appointmentDraft({ matter: '100%_退税 ABC', way: 'phone', phone: '13800000002' }))
  late = await bookings.book(
    person,
    appointmentDraft({ startsAt: momentOf('2026-12-01', '14:00'), serviceType: 'invoice' as SkillGroupId, matter: '红冲' }),
  )
  await bookings.cancel(person, late.id)
  await bookings.book(await stand.taxpayer(office), appointmentDraft())
})
afterEach(() => stand.close())

const found = async (filter: Partial<OwnFilter>, page = 1, pageSize = 10) =>
  stand.appointments.bookings.list(person, { origin: 'own', ...filter }, page, pageSize)
const numbers = async (filter: Partial<OwnFilter>): Promise<string[]> => (await found(filter)).items.map(({ number }) => number)

describe('我的预约', () => {
  it('comes latest 预约时间 first, one’s own alone, by origin, in pages', async () => {
    expect(await numbers({})).toEqual([late.number, early.number])
    expect(await found({}, 2, 1)).toMatchObject({ items: [{ number: early.number }], total: 2 })
    expect(await found({}, 3, 1)).toEqual({ items: [], total: 2 })
    const agent = await stand.agent(office)
    await stand.appointments.desk.propose(agent, appointmentProposal(person.personId, { startsAt: momentOf(monday, '15:00') }))
    expect((await found({ origin: 'invited' })).total).toBe(1)
    expect((await found({})).total).toBe(2)
  })

  it('by number finds the whole and exact one alone', async () => {
    expect(await numbers({ number: early.number })).toEqual([early.number])
    expect(await numbers({ number: early.number.slice(0, -1) })).toEqual([])
  })

  it('by each filter alone and by several together', async () => {
    expect(await numbers({ from: '2026-12-01' })).toEqual([late.number])
    expect(await numbers({ to: monday })).toEqual([early.number])
    expect(await numbers({ from: monday, to: monday })).toEqual([early.number])
    expect(await numbers({ serviceType: 'invoice' as SkillGroupId })).toEqual([late.number])
    expect(await numbers({ way: 'phone' })).toEqual([early.number])
    expect(await numbers({ state: 'cancelled' })).toEqual([late.number])
    expect(await numbers({ interaction: 'waiting' })).toEqual([early.number])
    expect(await numbers({ matter: '退税', way: 'phone', state: 'booked', from: monday })).toEqual([early.number])
    expect(await numbers({ matter: '退税', state: 'cancelled' })).toEqual([])
  })

  it('in the matter in part, where nothing typed is a pattern', async () => {
    expect(await numbers({ matter: '0%_退' })).toEqual([early.number])
    expect(await numbers({ matter: 'abc' })).toEqual([early.number])
    expect(await numbers({ matter: '1_0' })).toEqual([])
    expect(await numbers({ matter: '%' })).toEqual([early.number])
  })
})

const filters: [string, Partial<OwnFilter>][] = [
  ['none', {}],
  ['number', { number: 'YY202611270001' }],
  ['from', { from: monday }],
  ['to', { to: monday }],
  ['serviceType', { serviceType: 'general' as SkillGroupId }],
  ['way', { way: 'phone' }],
  ['matter', { matter: '退税' }],
  ['state', { state: 'booked' }],
  ['interaction', { interaction: 'waiting' }],
  ['state and interaction', { state: 'booked', interaction: 'waiting' }],
  ['all', { from: monday, to: monday, way: 'phone', matter: '退', state: 'booked', interaction: 'waiting' }],
]
it.each(filters)('filter %s reads one taxpayer’s rows by an index, in their order', async (name, filter) => {
  const plan = async (query: { compile(): { sql: string; parameters: readonly unknown[] } }): Promise<string> => {
    const { sql: text, parameters } = query.compile()
    const pieces = text.split('?')
    const raw: RawBuilder<{ detail: string }> = sql`explain query plan ${sql.join(
      pieces.flatMap((piece, place) => [sql.raw(piece), ...(place < parameters.length ? [sql`${parameters[place]}`] : [])]),
      sql``,
    )}`
    return (await stand.database.write((trx) => raw.execute(trx))).rows.map(({ detail }) => detail).join('\n')
  }
  const asked: OwnFilter = { origin: 'own', ...filter }
  for (const details of [
    await plan(pageOfOwn(stand.database.reader, person.personId, asked, 1, 10)),
    await plan(countOfOwn(stand.database.reader, person.personId, asked)),
  ]) {
    const own = /SEARCH appointments USING (COVERING )?INDEX \S+ \(taxpayer_id=\? AND origin=\?/
    const one = /SEARCH appointments USING INDEX \S+ \(number=\?\)/
    expect(details).toMatch(name === 'number' ? one : own)
    expect(details).not.toMatch(/SCAN appointments|TEMP B-TREE/)
  }
})
