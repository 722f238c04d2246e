// The check at minute 15 and 45, reminders and outages, minute by minute on a turned clock.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { Appointment, AppointmentDraft } from '@zhengna/contract/domain/appointment-record.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import {
  appointmentDraft,
  appointmentProposal,
  friday,
  monday,
  passMinutes,
  passUntil,
  titlesOf,
  turnTo,
} from '../../../../test/support/appointments.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: JournalStand
let office: OfficeId
let person: Caller
let agent: Caller

beforeEach(async () => {
  stand = await openJournalStand()
  office = await stand.office()
  person = await stand.taxpayer(office)
  agent = await stand.agent(office)
  turnTo(stand, friday, '17:00')
})
afterEach(() => stand.close())

const book = (change: Partial<AppointmentDraft> = {}): Promise<Appointment> =>
  stand.appointments.bookings.book(person, appointmentDraft(change))
const now = ({ id }: { id: Appointment['id'] }): Promise<Appointment> => stand.appointments.bookings.get(person, id)
/** The server was at work until then; nobody looks at what the store holds meanwhile. */
async function workingAt(day: string, time: string): Promise<void> {
  turnTo(stand, day, time)
  await stand.database.write((trx) => trx.deleteFrom('pulses').execute())
  await stand.appointments.check()
}

describe('who missed it', () => {
  it('an agent who never invites is 税务人员失约 at minute 45, not before, and it is apologised for', async () => {
    const appointment = await book()
    await workingAt(monday, '10:00')
    await passUntil(stand, monday, '10:44')
    expect(await now(appointment)).toMatchObject({ state: 'booked', interaction: 'waiting' })
    await passUntil(stand, monday, '10:45')
    expect(await now(appointment)).toMatchObject({ state: 'agent-missed', interaction: 'failed' })
    expect((await titlesOf(stand, person.personId))[0]).toBe('很抱歉，税务人员未按预约发起互动')
  })

  it('a taxpayer who does not accept the invitation is 纳税人失约 at minute 15', async () => {
    const appointment = await book({ startsAt: momentOf(monday, '09:30') })
    await workingAt(monday, '09:40')
    await stand.appointments.desk.invite(agent, appointment.id)
    await passUntil(stand, monday, '10:14')
    expect(await now(appointment)).toMatchObject({ state: 'booked', interaction: 'ongoing' })
    await passUntil(stand, monday, '10:15')
    expect(await now(appointment)).toMatchObject({ state: 'taxpayer-missed', interaction: 'failed' })
  })

  it('a proposal without an answer is 预约失败 when its half hour begins', async () => {
    const { id } = await stand.appointments.desk.propose(agent, appointmentProposal(person.personId))
    await workingAt(monday, '09:59')
    expect(await now({ id })).toMatchObject({ state: 'proposed', interaction: null })
    await passUntil(stand, monday, '10:00')
    expect(await now({ id })).toMatchObject({ state: 'lapsed', interaction: 'failed' })
  })

  it('is decided once, however often and by however many servers it is looked at', async () => {
    const appointment = await book()
    await workingAt(monday, '10:00')
    await passUntil(stand, monday, '10:44')
    stand.clock.advance(60_000)
    await Promise.all([stand.appointments.check(), stand.appointments.check(), stand.appointments.check()])
    await stand.appointments.check()
    expect((await now(appointment)).steps.map(({ kind }) => kind)).toEqual(['book', 'miss'])
    const apologies = (await titlesOf(stand, person.personId)).filter((title) => title.includes('抱歉'))
    expect(apologies).toHaveLength(1)
  })

  it('what the taxpayer did in time stands against the check', async () => {
    const appointment = await book()
    await workingAt(monday, '10:00')
    await passUntil(stand, monday, '10:20')
    await stand.appointments.bookings.cancel(person, appointment.id)
    await passUntil(stand, monday, '10:50')
    expect(await now(appointment)).toMatchObject({ state: 'cancelled' })
  })
})

describe('after a time without a server', () => {
  it('a half hour that passed is nobody’s no-show: 取消预约, with the reason and an apology', async () => {
    const appointment = await book()
    await workingAt(monday, '09:00')
    turnTo(stand, monday, '13:00')
    await stand.appointments.check()
    const voided = await now(appointment)
    expect(voided).toMatchObject({ state: 'cancelled', interaction: 'failed' })
    expect(voided.steps.at(-1)).toMatchObject({ kind: 'void', text: '约定的时间段内服务中断', agentNumber: null })
    expect((await titlesOf(stand, person.personId))[0]).toBe('很抱歉，预约因服务中断取消')
  })

  it.each([
    ['10:11', 'cancelled'],
    ['10:09', 'agent-missed'],
  ])('down from 9:50 to %s: %s', async (back, state) => {
    const appointment = await book()
    await workingAt(monday, '09:50')
    turnTo(stand, monday, back)
    await passUntil(stand, monday, '10:46')
    expect(await now(appointment)).toMatchObject({ state })
  })

  it('an invitation that could not be accepted is voided too', async () => {
    const appointment = await book()
    await workingAt(monday, '10:05')
    await stand.appointments.desk.invite(agent, appointment.id)
    turnTo(stand, monday, '11:00')
    await stand.appointments.check()
    expect(await now(appointment)).toMatchObject({ state: 'cancelled', interaction: 'failed' })
  })

  it('a proposal whose half hour passed is voided, not lapsed', async () => {
    const { id } = await stand.appointments.desk.propose(agent, appointmentProposal(person.personId))
    await workingAt(monday, '09:00')
    turnTo(stand, monday, '10:20')
    await stand.appointments.check()
    expect(await now({ id })).toMatchObject({ state: 'cancelled', interaction: 'failed' })
  })

  it('a pause of three minutes is none', async () => {
    await workingAt(monday, '10:00')
    stand.clock.advance(2.9 * 60_000)
    await stand.appointments.check()
    expect(await stand.database.reader.selectFrom('outages').selectAll().execute()).toEqual([])
    stand.clock.advance(3.2 * 60_000)
    await stand.appointments.check()
    expect(await stand.database.reader.selectFrom('outages').selectAll().execute()).toHaveLength(1)
  })
})

describe('reminders', () => {
  const reminders = async (): Promise<number> => (await titlesOf(stand, person.personId)).filter((title) => title === '预约提醒').length

  it('come a day, an hour and ten minutes before, once each', async () => {
    await book({ startsAt: momentOf('2026-12-01', '10:00') })
    const counts: number[] = []
    for (const [day, time] of [
      [monday, '09:59'],
      [monday, '10:01'],
      ['2026-12-01', '08:59'],
      ['2026-12-01', '09:01'],
      ['2026-12-01', '09:49'],
      ['2026-12-01', '09:51'],
    ] as const) {
      await workingAt(day, time)
      await passMinutes(stand, 0)
      counts.push(await reminders())
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 3])
  })

  it('that were due when it was booked are owed no more', async () => {
    turnTo(stand, monday, '09:00')
    await book({ startsAt: momentOf(monday, '10:30') })
    await passUntil(stand, monday, '09:29')
    expect(await reminders()).toBe(0)
    await passUntil(stand, monday, '09:31')
    expect(await reminders()).toBe(1)
  })

  it('begin anew for another half hour, and stop when it is cancelled', async () => {
    const { id } = await book({ startsAt: momentOf(monday, '11:00') })
    await workingAt(monday, '10:00')
    expect(await reminders()).toBe(1)
    await stand.appointments.bookings.reschedule(person, id, momentOf(monday, '11:30'))
    await passUntil(stand, monday, '10:31')
    expect(await reminders()).toBe(2)
    await stand.appointments.bookings.cancel(person, id)
    await passUntil(stand, monday, '11:31')
    expect(await reminders()).toBe(2)
  })

  it('missed ones are not made up for all at once after a time without a server', async () => {
    await book({ startsAt: momentOf(monday, '10:00') })
    turnTo(stand, monday, '09:55')
    await stand.appointments.check()
    expect(await reminders()).toBe(1)
  })
})
