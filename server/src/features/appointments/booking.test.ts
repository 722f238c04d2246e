// The taxpayer's side, on a real store.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { AppointmentDraft } from '@zhengna/contract/domain/appointment-record.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { appointmentDraft, friday, general, monday, newAppointmentId, titlesOf, turnTo } from '../../../../test/support/appointments.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: JournalStand
let office: OfficeId
let person: Caller

beforeEach(async () => {
  stand = await openJournalStand()
  office = await stand.office()
  person = await stand.taxpayer(office)
  turnTo(stand, friday, '10:00')
})
afterEach(() => stand.close())

const book = (change: Partial<AppointmentDraft> = {}, who = person) => stand.appointments.bookings.book(who, appointmentDraft(change))
const left = async (time: string, day = monday, who = person): Promise<number | undefined> => {
  const days = await stand.appointments.slots.list(who, general)
  return days.find((one) => one.day === day)?.slots.find(({ startsAt }) => startsAt === momentOf(day, time))?.left
}
/** The field that is refused, or the code where it is another error. */
async function refusedField(change: Partial<AppointmentDraft>): Promise<string | number | undefined> {
  try {
    await book(change)
    return undefined
  } catch (error) {
    const { failure } = error as { failure?: { code: string; detail?: Record<string, string | number> } }
    if (failure?.code !== 'APPOINTMENT_INVALID') throw error
    return failure.detail?.field
  }
}

describe('half hours to be booked', () => {
  it('are of the next ten working days, in business hours, and none of the next hour', async () => {
    // At 10:00 to the millisecond, 11:00 is not of the next hour.
    stand.clock.advance(1)
    const days = await stand.appointments.slots.list(person, general)
    expect(days.map(({ day }) => day)).toEqual([
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-07',
      '2026-12-08',
      '2026-12-09',
      '2026-12-10',
    ])
    expect(days[0]?.slots[0]?.startsAt).toBe(momentOf(friday, '11:30'))
    expect(days[1]?.slots).toHaveLength(13)
  })

  it('say how many places are left', async () => {
    expect(await left('10:00')).toBe(2)
    await book()
    expect(await left('10:00')).toBe(1)
    await book({}, await stand.taxpayer(office))
    expect(await left('10:00')).toBe(0)
    expect(await left('10:30')).toBe(2)
    expect(await left('10:00', monday, await stand.taxpayer())).toBe(2)
  })
})

describe('the form', () => {
  it('offers 综合服务 first, one’s own office and one’s own telephone', async () => {
    const form = await stand.appointments.slots.form(person)
    expect(form.services[0]).toEqual({ id: general, name: '综合服务' })
    expect(form).toMatchObject({ officeName: `税务局 ${office}`, phone: '13800000002' })
  })
})

describe('booking', () => {
  it('gives a number, 预约成功 and 待互动, a first step and a notice that opens it', async () => {
    const appointment = await book()
    expect(appointment).toMatchObject({ state: 'booked', interaction: 'waiting', origin: 'own', number: 'YY202611270001', phone: null })
    expect(appointment.steps.map(({ kind }) => kind)).toEqual(['book'])
    const [notice] = (await stand.notices.list(person, { kind: undefined, before: undefined, limit: 1 })).notices
    expect(notice).toMatchObject({
      title: '预约成功',
      kind: 'info',
      link: { label: '查看预约', page: 'appointment', id: appointment.id },
    })
    expect(notice?.text).toContain('11 月 30 日（星期一）10:00–10:30')
  })

  it('submitted twice is booked once', async () => {
    const draft = appointmentDraft()
    const [first, second] = await Promise.all([
      stand.appointments.bookings.book(person, draft),
      stand.appointments.bookings.book(person, { ...draft, matter: '别的' }),
    ])
    expect(second).toEqual(first)
    expect(await left('10:00')).toBe(1)
    expect(await codeOf(stand.appointments.bookings.book(await stand.taxpayer(office), draft))).toBe('APPOINTMENT_NOT_FOUND')
  })

  it.each([
    ['serviceType', { serviceType: 'none' as SkillGroupId }],
    ['matter', { matter: ' \n\u200b ' }],
    ['phone', { way: 'phone' }],
    ['phone', { way: 'phone', phone: '1380000000' }],
    ['startsAt', { startsAt: momentOf('2026-11-26', '10:00') }],
    ['startsAt', { startsAt: momentOf(friday, '10:30') }],
    ['startsAt', { startsAt: momentOf(monday, '12:00') }],
    ['startsAt', { startsAt: momentOf(monday, '10:00') + 60_000 }],
    ['startsAt', { startsAt: momentOf('2026-11-28', '10:00') }],
    ['startsAt', { startsAt: momentOf('2026-12-11', '10:00') }],
  ] as [string, Partial<AppointmentDraft>][])('is refused at %s: %j', async (field, change) => {
    expect(await refusedField(change)).toBe(field)
  })

  it('says of each wrong time what is wrong with it', async () => {
    expect(await sentenceOf(book({ startsAt: momentOf('2026-11-26', '10:00') }))).toContain('已过')
    expect(await sentenceOf(book({ startsAt: momentOf(friday, '10:30') }))).toContain('提前一个小时')
    expect(await sentenceOf(book({ startsAt: momentOf('2026-11-28', '10:00') }))).toContain('不在工作日的办公时间内')
    expect(await sentenceOf(book({ startsAt: momentOf('2026-12-11', '10:00') }))).toContain('10 个工作日')
  })

  it('exactly an hour ahead is possible', async () => {
    stand.clock.advance(momentOf(friday, '10:30') - 200 - stand.clock.now())
    expect(await book({ startsAt: momentOf(friday, '11:30') })).toMatchObject({ state: 'booked' })
  })

  it('by telephone keeps the number, online none', async () => {
    expect(await book({ way: 'phone', phone: '010-1234 5678' })).toMatchObject({ phone: '01012345678' })
    expect(await book({ phone: '13800000002', startsAt: momentOf(monday, '11:00') })).toMatchObject({ phone: null })
  })

  it('a blocked word refuses it at the field, is noted, and takes no place', async () => {
    await stand.database.write(async (trx) => {
      await trx
        .insertInto('guard_words')
        .values({
          id: 'blocked' as never,
          word: '某禁词',
          category: 'abuse',
          direction: 'both',
          action: 'block',
          replacement: '',
          exceptions: '[]',
          note: '',
          is_enabled: 1,
          changed_by: null,
          changed_at: null,
        })
        .execute()
      await trx.insertInto('settings').values({ name: 'guard.revision', value: '1' }).execute()
    })
    await stand.guard.refresh()
    expect(await codeOf(book({ matter: '这是某禁词' }))).toBe('MESSAGE_BLOCKED')
    expect(await left('10:00')).toBe(2)
    expect(await stand.database.reader.selectFrom('guard_hits').select('word_id').execute()).toHaveLength(1)
  })

  it('a full half hour is refused, and the place of one who fails is nobody’s', async () => {
    for (let taken = 0; taken < 2; taken += 1) await book({}, await stand.taxpayer(office))
    expect(await codeOf(book())).toBe('SLOT_TAKEN')
    expect(await titlesOf(stand, person.personId)).toEqual([])
  })

  it('full, it still gives its first result to who asks again, and its reason to who has it already', async () => {
    const draft = appointmentDraft()
    const first = await stand.appointments.bookings.book(person, draft)
    await book({}, await stand.taxpayer(office))
    expect(await stand.appointments.bookings.book(person, draft)).toEqual(first)
    expect(await codeOf(book())).toBe('SLOT_YOURS')
    expect(await codeOf(book({}, await stand.taxpayer(office)))).toBe('SLOT_TAKEN')
  })

  it('500 at once of 50 places: exactly 50 succeed', async () => {
    await stand.database.write((trx) =>
      trx
        .insertInto('slot_capacities')
        .values({ office_id: office, service_type: general, capacity: 50, changed_by: person.personId, changed_at: 0 })
        .execute(),
    )
    const people = await Promise.all(Array.from({ length: 500 }, () => stand.taxpayer(office)))
    const outcomes = await Promise.all(people.map((who) => codeOf(book({}, who))))
    expect(outcomes.filter((code) => code === null)).toHaveLength(50)
    expect(outcomes.filter((code) => code === 'SLOT_TAKEN')).toHaveLength(450)
    expect(await left('10:00')).toBe(0)
    const numbers = await stand.database.reader.selectFrom('appointments').select('number').execute()
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(50)
  })
})

describe('one half hour', () => {
  const refusalOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => (error as { failure?: unknown }).failure,
    )

  it('is had once by a taxpayer, whatever the service; the refusal is at the field and names the one that has it', async () => {
    const { number } = await book()
    expect(await refusalOf(book({ serviceType: 'invoice' as SkillGroupId }))).toMatchObject({
      code: 'SLOT_YOURS',
      detail: { field: 'startsAt', number },
    })
    expect(await left('10:00')).toBe(1)
    expect(await refusalOf(book({}, await stand.taxpayer(office)))).toBeNull()
  })

  it('is had once where two are booked at the same moment', async () => {
    const outcomes = await Promise.all([codeOf(book()), codeOf(book())])
    expect(outcomes.sort()).toEqual(['SLOT_YOURS', null])
  })

  it('cancelled or moved away from, it can be booked again; moved onto another of one’s own, nothing changes', async () => {
    const { bookings } = stand.appointments
    const first = await book()
    const second = await book({ startsAt: momentOf(monday, '11:00') })
    expect(await codeOf(bookings.reschedule(person, second.id, first.startsAt))).toBe('SLOT_YOURS')
    expect([await left('10:00'), await left('11:00')]).toEqual([1, 1])
    await bookings.reschedule(person, first.id, momentOf(monday, '15:00'))
    await bookings.reschedule(person, second.id, first.startsAt)
    await bookings.cancel(person, second.id)
    expect(await codeOf(book())).toBeNull()
    expect(await codeOf(book({ startsAt: momentOf(monday, '15:00') }))).toBe('SLOT_YOURS')
  })

  it('of an announced outage is not offered and not booked', async () => {
    const outage = { started_at: momentOf(monday, '10:00'), ended_at: momentOf(monday, '10:20') }
    await stand.database.write((trx) => trx.insertInto('outages').values(outage).execute())
    expect(await left('10:00')).toBeUndefined()
    expect(await left('10:30')).toBe(2)
    expect(await refusedField({})).toBe('startsAt')
  })
})

describe('cancelling', () => {
  it('becomes 取消预约 and 互动失败, gives the place back, and is not done twice', async () => {
    const { id } = await book()
    expect(await stand.appointments.bookings.cancel(person, id)).toMatchObject({ state: 'cancelled', interaction: 'failed' })
    expect(await left('10:00')).toBe(2)
    expect(await codeOf(stand.appointments.bookings.cancel(person, id))).toBe('APPOINTMENT_STATE_WRONG')
    expect(await left('10:00')).toBe(2)
    expect((await titlesOf(stand, person.personId))[0]).toBe('预约已取消')
  })

  it('somebody else’s does not exist for them', async () => {
    const { id } = await book()
    const stranger = await stand.taxpayer(office)
    const { bookings } = stand.appointments
    for (const attempt of [bookings.get(stranger, id), bookings.cancel(stranger, id), bookings.get(person, newAppointmentId())])
      expect(await codeOf(attempt)).toBe('APPOINTMENT_NOT_FOUND')
  })
})

describe('moving to another half hour', () => {
  it('takes the new place and gives the old one back, in one step', async () => {
    const { id } = await book()
    const moved = await stand.appointments.bookings.reschedule(person, id, momentOf(monday, '14:00'))
    expect(moved).toMatchObject({ state: 'booked', interaction: 'waiting', startsAt: momentOf(monday, '14:00') })
    expect([await left('10:00'), await left('14:00')]).toEqual([2, 1])
    expect(moved.steps.map(({ kind }) => kind)).toEqual(['book', 'reschedule'])
    expect((await titlesOf(stand, person.personId))[0]).toBe('预约时间已变更')
  })

  it('keeps the old one where the new one is full or wrong', async () => {
    const { id } = await book()
    for (let taken = 0; taken < 2; taken += 1) await book({ startsAt: momentOf(monday, '14:00') }, await stand.taxpayer(office))
    const { reschedule, get } = stand.appointments.bookings
    expect(await codeOf(reschedule(person, id, momentOf(monday, '14:00')))).toBe('SLOT_TAKEN')
    expect(await codeOf(reschedule(person, id, momentOf(friday, '10:30')))).toBe('APPOINTMENT_INVALID')
    expect(await get(person, id)).toMatchObject({ startsAt: momentOf(monday, '10:00') })
    expect(await left('10:00')).toBe(1)
  })

  it('to the half hour it has changes nothing', async () => {
    const { id } = await book()
    expect((await stand.appointments.bookings.reschedule(person, id, momentOf(monday, '10:00'))).steps).toHaveLength(1)
    expect(await left('10:00')).toBe(1)
  })
})
