// The officers' side, and the talk that comes of it, on a real store.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { Appointment, AppointmentDraft, AppointmentProposal } from '@zhengna/contract/domain/appointment-record.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import {
  appointmentDraft,
  appointmentProposal,
  friday,
  general,
  monday,
  passUntil,
  titlesOf,
  turnTo,
} from '../../../../test/support/appointments.ts'
import { codeOf } from '../../../../test/support/desk.ts'
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
  turnTo(stand, friday, '10:00')
})
afterEach(() => stand.close())

const book = (change: Partial<AppointmentDraft> = {}): Promise<Appointment> =>
  stand.appointments.bookings.book(person, appointmentDraft(change))
const propose = (change: Partial<AppointmentProposal> = {}) =>
  stand.appointments.desk.propose(agent, appointmentProposal(person.personId, change))
const get = (id: Appointment['id']): Promise<Appointment> => stand.appointments.bookings.get(person, id)

describe('the office’s calendar', () => {
  const days = { from: monday, to: monday }

  it('has the office’s appointments by time, taxpayers masked, and how full half hours are', async () => {
    await book({ startsAt: momentOf(monday, '14:00') })
    await book()
    const { appointments, load } = await stand.appointments.desk.calendar(agent, days)
    expect(appointments.map(({ startsAt }) => startsAt)).toEqual([momentOf(monday, '10:00'), momentOf(monday, '14:00')])
    expect(appointments[0]).toMatchObject({ taxpayerName: `纳税人 ${person.personId}`, taxpayerNumber: '000***********0027' })
    expect(load[0]).toEqual({ startsAt: momentOf(monday, '10:00'), serviceType: general, taken: 1, capacity: 2 })
    const elsewhere = await stand.appointments.desk.calendar(await stand.agent(), days)
    expect(elsewhere).toEqual({ appointments: [], load: [] })
  })

  it('is asked for 31 days at most, the right way round', async () => {
    const { calendar } = stand.appointments.desk
    expect(await codeOf(calendar(agent, { from: '2026-12-01', to: '2026-12-31' }))).toBeNull()
    expect(await codeOf(calendar(agent, { from: '2026-12-01', to: '2027-01-01' }))).toBe('REQUEST_INVALID')
    expect(await codeOf(calendar(agent, { from: monday, to: friday }))).toBe('REQUEST_INVALID')
  })

  it('shows the telephone whole where it is to be dialled, and masked beside it', async () => {
    const { id } = await book({ way: 'phone', phone: '13900000009' })
    const shown = await stand.appointments.desk.get(agent, id)
    expect(shown.phone).toBe('13900000009')
    expect(shown.taxpayer.taxpayer).toMatchObject({ phone: '138****0002' })
    expect(await codeOf(stand.appointments.desk.get(await stand.agent(), id))).toBe('APPOINTMENT_NOT_FOUND')
  })
})

describe('inviting', () => {
  it('is possible within the half hour alone', async () => {
    const { id } = await book()
    const { invite } = stand.appointments.desk
    for (const time of ['09:59', '10:30']) {
      turnTo(stand, monday, time)
      expect(await codeOf(invite(agent, id))).toBe('APPOINTMENT_NOT_NOW')
    }
    turnTo(stand, monday, '10:29')
    expect(await invite(agent, id)).toMatchObject({ state: 'booked', interaction: 'ongoing' })
    expect(await get(id)).toMatchObject({ agentNumber: expect.any(String) as string })
    expect((await titlesOf(stand, person.personId))[0]).toBe('税务人员邀请您开始互动')
  })

  it('is for agents of the office who serve the service', async () => {
    const { id } = await book()
    turnTo(stand, monday, '10:10')
    const { invite } = stand.appointments.desk
    expect(await codeOf(invite(await stand.agent(), id))).toBe('APPOINTMENT_NOT_FOUND')
    const other = await stand.agent(office)
    await stand.database.write((trx) =>
      trx
        .updateTable('people')
        .set({ agent_skill_groups: JSON.stringify(['invoice']) })
        .where('id', '=', other.personId)
        .execute(),
    )
    expect(await codeOf(invite(other, id))).toBe('FORBIDDEN')
  })
})

describe('an online talk', () => {
  async function invited(): Promise<Appointment['id']> {
    const { id } = await book()
    turnTo(stand, monday, '10:05')
    await stand.appointments.desk.invite(agent, id)
    return id
  }

  it('begins at once with the agent who invites, past the queue, and is over with its conversation', async () => {
    const id = await invited()
    const joined = await stand.appointments.join(person, id)
    expect(joined).toMatchObject({ state: 'kept', interaction: 'ongoing' })
    const { conversation } = await stand.conversations.get(agent, joined.conversationId!)
    expect(conversation).toMatchObject({ stage: 'live', agent: { id: agent.personId } })
    await stand.conversations.end(agent, conversation.id)
    expect(await get(id)).toMatchObject({ state: 'kept', interaction: 'done' })
  })

  it('takes somebody out of the queue who waits in it', async () => {
    await stand.queue.join(person, 'button')
    const id = await invited()
    await stand.appointments.join(person, id)
    expect(await codeOf(stand.queue.take(agent, null))).toBe('QUEUE_EMPTY')
  })

  it('accepted twice begins once', async () => {
    const id = await invited()
    const [first, second] = await Promise.all([stand.appointments.join(person, id), stand.appointments.join(person, id)])
    expect(second).toEqual(first)
    expect((await stand.stored(first.conversationId!)).filter(({ body }) => body.includes('served'))).toHaveLength(1)
  })

  it('cannot begin before the invitation', async () => {
    const { id } = await book()
    expect(await codeOf(stand.appointments.join(person, id))).toBe('APPOINTMENT_STATE_WRONG')
  })

  it('does not break into a talk with another agent', async () => {
    await stand.queue.join(person, 'button')
    await stand.queue.take(await stand.agent(office), null)
    const id = await invited()
    expect(await codeOf(stand.appointments.join(person, id))).toBe('CONVERSATION_STAGE_WRONG')
    expect(await get(id)).toMatchObject({ state: 'booked', interaction: 'ongoing' })
  })

  it('whose end was missed is finished by the next round', async () => {
    const id = await invited()
    const { conversationId } = await stand.appointments.join(person, id)
    await stand.database.write((trx) =>
      trx.updateTable('conversations').set({ stage: 'ended' }).where('id', '=', conversationId!).execute(),
    )
    await stand.appointments.check()
    expect(await get(id)).toMatchObject({ interaction: 'done' })
  })
})

describe('a talk by telephone', () => {
  it('is begun and finished by the agent, who hears it', async () => {
    const { id } = await book({ way: 'phone', phone: '13900000009' })
    turnTo(stand, monday, '10:05')
    const { invite, answered, finish } = stand.appointments.desk
    expect(await codeOf(answered(agent, id))).toBe('APPOINTMENT_STATE_WRONG')
    await invite(agent, id)
    expect(await codeOf(stand.appointments.join(person, id))).toBe('APPOINTMENT_STATE_WRONG')
    expect(await answered(agent, id)).toMatchObject({ state: 'kept', interaction: 'ongoing' })
    expect(await finish(agent, id)).toMatchObject({ state: 'kept', interaction: 'done' })
    expect((await get(id)).steps.map(({ kind }) => kind)).toEqual(['book', 'invite', 'join', 'finish'])
  })

  it('online ones are not for the telephone’s buttons', async () => {
    const { id } = await book()
    turnTo(stand, monday, '10:05')
    await stand.appointments.desk.invite(agent, id)
    expect(await codeOf(stand.appointments.desk.answered(agent, id))).toBe('APPOINTMENT_STATE_WRONG')
  })
})

describe('a proposal', () => {
  it('is 待确认, holds a place, and is a to-do', async () => {
    const { id } = await propose()
    expect(await get(id)).toMatchObject({ origin: 'invited', state: 'proposed', interaction: null })
    const { load } = await stand.appointments.desk.calendar(agent, { from: monday, to: monday })
    expect(load).toMatchObject([{ taken: 1 }])
    const { notices } = await stand.notices.list(person, { kind: 'todo', before: undefined, limit: 5 })
    expect(notices).toMatchObject([{ subject: 'appointment-proposed', link: { id } }])
  })

  it('accepted is 预约成功; declined names the reason and gives the place back', async () => {
    const accepted = await propose()
    expect(await stand.appointments.bookings.accept(person, accepted.id)).toMatchObject({ state: 'booked', interaction: 'waiting' })
    const declined = await propose({ startsAt: momentOf(monday, '11:00') })
    const answer = await stand.appointments.bookings.decline(person, declined.id, ' 那天不在 ')
    expect(answer).toMatchObject({ state: 'declined', interaction: 'failed' })
    expect(answer.steps.at(-1)).toMatchObject({ kind: 'decline', text: '那天不在', agentNumber: null })
    const { load } = await stand.appointments.desk.calendar(agent, { from: monday, to: monday })
    expect(load.map(({ startsAt }) => startsAt)).toEqual([momentOf(monday, '10:00')])
    expect(await codeOf(stand.appointments.bookings.accept(person, declined.id))).toBe('APPOINTMENT_STATE_WRONG')
    expect(await codeOf(stand.appointments.bookings.decline(person, accepted.id, '晚了'))).toBe('APPOINTMENT_STATE_WRONG')
  })

  it('cannot be accepted when its half hour has begun', async () => {
    const { id } = await propose()
    turnTo(stand, monday, '10:01')
    expect(await codeOf(stand.appointments.bookings.accept(person, id))).toBe('APPOINTMENT_STATE_WRONG')
  })

  it('is for taxpayers of one’s own office, in half hours that can be booked, and by telephone where there is one', async () => {
    const stranger = await stand.taxpayer()
    const { desk } = stand.appointments
    expect(await codeOf(desk.propose(agent, appointmentProposal(stranger.personId)))).toBe('APPOINTMENT_INVALID')
    expect(await codeOf(desk.propose(agent, appointmentProposal(agent.personId)))).toBe('APPOINTMENT_INVALID')
    expect(await codeOf(propose({ startsAt: momentOf('2026-11-28', '10:00') }))).toBe('APPOINTMENT_INVALID')
    expect(await propose({ way: 'phone' })).toMatchObject({ phone: '13800000002' })
  })

  it('the same twice is proposed once, and a full half hour is refused', async () => {
    const proposal = appointmentProposal(person.personId)
    const { desk } = stand.appointments
    const [first, second] = await Promise.all([desk.propose(agent, proposal), desk.propose(agent, proposal)])
    expect(second).toEqual(first)
    await propose()
    expect(await codeOf(propose())).toBe('SLOT_TAKEN')
  })

  it('accepted and kept runs like one’s own', async () => {
    const { id } = await propose()
    await stand.appointments.bookings.accept(person, id)
    await stand.database.write((trx) => trx.deleteFrom('pulses').execute())
    turnTo(stand, monday, '10:00')
    await passUntil(stand, monday, '10:45')
    expect(await get(id)).toMatchObject({ state: 'agent-missed' })
  })
})
