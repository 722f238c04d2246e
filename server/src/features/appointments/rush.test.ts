// Everybody at once for the same half hour.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OfficeId } from '@zhengna/contract/ids.ts'
import { momentOf } from '@zhengna/contract/domain/working-time.ts'
import { appointmentDraft, friday, general, monday, turnTo } from '../../../../test/support/appointments.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { addTaxpayers } from '../../../../test/support/register.ts'
import type { Caller } from '../../platform/auth/tokens.ts'

let stand: JournalStand
let office: OfficeId

beforeEach(async () => {
  stand = await openJournalStand()
  office = await stand.office()
  turnTo(stand, friday, '10:00')
})
afterEach(() => stand.close())

it('of 500 bookings of 50 places exactly 50 succeed, and everybody else may choose anew', async () => {
  await stand.database.write(async (trx) => {
    const capacity = { office_id: office, service_type: general, capacity: 50, changed_by: 'admin001' as never, changed_at: 1 }
    await trx.insertInto('slot_capacities').values(capacity).execute()
  })
  const ids = await stand.database.write((trx) => addTaxpayers(trx, 'nsr8', 500, office))
  const callers = ids.map((personId): Caller => ({
    personId,
    role: 'taxpayer',
    officeId: office,
    sessionId: 'test',
    expiresAt: Number.MAX_SAFE_INTEGER,
  }))
  const codes = await Promise.all(callers.map((caller) => codeOf(stand.appointments.bookings.book(caller, appointmentDraft()))))
  expect(Map.groupBy(codes, String)).toEqual(
    new Map([
      ['null', Array.from({ length: 50 }, () => null)],
      ['SLOT_TAKEN', Array.from({ length: 450 }, () => 'SLOT_TAKEN')],
    ]),
  )
  const { taken } = await stand.database.reader
    .selectFrom('slots')
    .select('taken')
    .where('starts_at', '=', momentOf(monday, '10:00'))
    .executeTakeFirstOrThrow()
  const booked = await stand.database.reader.selectFrom('appointments').select('number').where('state', '=', 'booked').execute()
  expect([taken, new Set(booked.map(({ number }) => number)).size]).toEqual([50, 50])
})
