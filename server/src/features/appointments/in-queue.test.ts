// Appointments and the queue: who asks for a person in their own half hour chooses, and a no-show of ours is made up for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { priorities } from '@zhengna/contract/domain/queue.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { appointmentDraft, friday, monday, passUntil, turnTo } from '../../../../test/support/appointments.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
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

const book = () => stand.appointments.bookings.book(person, appointmentDraft())
const waiting = () =>
  stand.database.reader.selectFrom('tickets').select(['taxpayer_id', 'priority']).where('state', '=', 'waiting').execute()

describe('asking for a person in the half hour of one’s own appointment', () => {
  it('asks first what is wanted, and queues nobody', async () => {
    await book()
    turnTo(stand, monday, '10:10')
    expect(await codeOf(stand.queue.join(person, 'button'))).toBe('APPOINTMENT_IS_NOW')
    expect(await waiting()).toEqual([])
  })

  it('继续排队 cancels the appointment and joins', async () => {
    const { id } = await book()
    turnTo(stand, monday, '10:10')
    expect(await stand.queue.join(person, 'button', 'keep-queueing')).toMatchObject({ stage: 'queued' })
    expect(await stand.appointments.bookings.get(person, id)).toMatchObject({ state: 'cancelled', interaction: 'failed' })
    expect(await waiting()).toHaveLength(1)
  })

  it('继续等待 keeps the appointment and does not queue', async () => {
    const { id } = await book()
    turnTo(stand, monday, '10:10')
    expect(await stand.queue.join(person, 'button', 'keep-waiting')).toMatchObject({ stage: 'bot' })
    expect(await stand.appointments.bookings.get(person, id)).toMatchObject({ state: 'booked' })
    expect(await waiting()).toEqual([])
  })

  it('before and after it one queues as always', async () => {
    await book()
    turnTo(stand, monday, '09:59')
    expect(await stand.queue.join(person, 'button')).toMatchObject({ stage: 'queued' })
    await stand.queue.cancel(person)
    turnTo(stand, monday, '10:30')
    expect(await stand.queue.join(person, 'button')).toMatchObject({ stage: 'queued' })
  })

  it('by a phrase is told of it instead of being queued', async () => {
    await book()
    turnTo(stand, monday, '10:10')
    const said = await stand.journal.submit(draftOf(person, '转人工'))
    if (!said.ok) throw new Error(said.code)
    expect((await stand.stored(said.conversationId)).at(-1)?.body).toContain('即将受理的预约互动')
    expect(await waiting()).toEqual([])
  })
})

describe('an agent’s no-show', () => {
  const missed = async (): Promise<void> => {
    await book()
    turnTo(stand, monday, '10:00')
    await passUntil(stand, monday, '10:45')
  }

  it('puts the next place in the queue before those who came earlier, once', async () => {
    await missed()
    const other = await stand.taxpayer(office)
    await stand.queue.join(other, 'button')
    stand.clock.advance(1_000)
    await stand.queue.join(person, 'button')
    expect(await stand.queue.take(agent, null)).toMatchObject({ taxpayerId: person.personId })
    const { id } = await stand.queue.take(agent, null)
    await stand.conversations.end(other, id)
    const open = await stand.conversations.list(person, undefined, 1)
    await stand.conversations.end(person, open[0]!.id)
    await stand.queue.join(person, 'button')
    expect(await waiting()).toEqual([{ taxpayer_id: person.personId, priority: priorities.normal }])
  })

  it('is made up for within seven days', async () => {
    await missed()
    stand.clock.advance(7 * 24 * 3_600_000)
    await stand.queue.join(person, 'button')
    expect(await waiting()).toMatchObject([{ priority: priorities.normal }])
  })
})
