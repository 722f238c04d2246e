// Those who wait for a full half hour: first come, first offered.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import type { Slot } from '@zhengna/contract/domain/appointment-record.ts'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { appointmentDraft, friday, general, monday, passMinutes, titlesOf, turnTo } from '../../../../test/support/appointments.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: JournalStand
let office: OfficeId
let holders: Caller[]
let first: Caller
let second: Caller
let stranger: Caller
const startsAt = momentOf(monday, '10:00')
const booked = new Map<Caller, ReturnType<typeof appointmentDraft>['id']>()

beforeEach(async () => {
  stand = await openJournalStand()
  office = await stand.office()
  holders = [await stand.taxpayer(office), await stand.taxpayer(office)]
  ;[first, second, stranger] = [await stand.taxpayer(office), await stand.taxpayer(office), await stand.taxpayer(office)]
  turnTo(stand, friday, '10:00')
  for (const holder of holders) booked.set(holder, (await book(holder)).id)
})
afterEach(() => stand.close())

const book = (who: Caller) => stand.appointments.bookings.book(who, appointmentDraft({ startsAt }))
const wait = (who: Caller, isAwaited = true) => stand.appointments.slots.await(who, { serviceType: general, startsAt, isAwaited })
const free = (holder: Caller) => stand.appointments.bookings.cancel(holder, booked.get(holder)!)
const seen = async (who: Caller): Promise<Slot | undefined> =>
  (await stand.appointments.slots.list(who, general)).flatMap(({ slots }) => slots).find((slot) => slot.startsAt === startsAt)
const OFFER = '您等候的预约时间段有空位'

it('a freed place is held for whoever came first, and nobody else gets it', async () => {
  await wait(first)
  await wait(second)
  expect(await seen(first)).toMatchObject({ left: 0, isAwaited: true })
  await free(holders[0]!)
  expect(await titlesOf(stand, first.personId)).toEqual([OFFER])
  expect(await titlesOf(stand, second.personId)).toEqual([])
  expect([(await seen(first))?.left, (await seen(second))?.left, (await seen(stranger))?.left]).toEqual([1, 0, 0])
  expect(await codeOf(book(stranger))).toBe('SLOT_TAKEN')
  expect(await codeOf(book(second))).toBe('SLOT_TAKEN')
  expect(await book(first)).toMatchObject({ state: 'booked' })
  expect(await seen(first)).toMatchObject({ left: 0, isAwaited: false })
})

it('what is held in vain passes on after ten minutes, then to everybody', async () => {
  await wait(first)
  await wait(second)
  await free(holders[0]!)
  await passMinutes(stand, 9)
  expect(await titlesOf(stand, second.personId)).toEqual([])
  await passMinutes(stand, 2)
  expect(await titlesOf(stand, second.personId)).toEqual([OFFER])
  expect(await codeOf(book(first))).toBe('SLOT_TAKEN')
  await passMinutes(stand, 11)
  expect((await seen(stranger))?.left).toBe(1)
  expect(await book(stranger)).toMatchObject({ state: 'booked' })
})

it('whoever waits no longer gives up what is held for them', async () => {
  await wait(first)
  await wait(second)
  await free(holders[0]!)
  await wait(first, false)
  expect(await titlesOf(stand, second.personId)).toEqual([OFFER])
  expect(await seen(first)).toMatchObject({ left: 0, isAwaited: false })
})

it('waiting twice is waiting once, and two places go to two people', async () => {
  await wait(first)
  await wait(first)
  await wait(second)
  await Promise.all(holders.map(free))
  expect(await titlesOf(stand, first.personId)).toEqual([OFFER])
  expect(await titlesOf(stand, second.personId)).toEqual([OFFER])
  expect((await seen(stranger))?.left).toBe(0)
})

it('a place that a greater capacity makes is offered too', async () => {
  await wait(first)
  await stand.database.write((trx) =>
    trx
      .insertInto('slot_capacities')
      .values({ office_id: office, service_type: general, capacity: 3, changed_by: first.personId, changed_at: 0 })
      .execute(),
  )
  await passMinutes(stand, 0)
  expect(await titlesOf(stand, first.personId)).toEqual([OFFER])
})

it('nothing is offered that could not be booked any more', async () => {
  await wait(first)
  turnTo(stand, monday, '09:30')
  await free(holders[0]!)
  expect(await titlesOf(stand, first.personId)).toEqual([])
  await passMinutes(stand, 0)
  expect(await stand.database.reader.selectFrom('slot_waits').selectAll().execute()).toEqual([])
})
