// The check (每小时的 15/45 分定时检测), looked at every minute: what is due is decided by the clock and the store alone, each appointment
// in a transaction of its own that compares and sets. So it may run twice, on two servers, or late.
import { checkedAt } from '@zhengna/contract/domain/appointment.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { tellNews, tellReminder, type AppointmentNews } from './appointment-notices.ts'
import { change, type AppointmentParts, type Changing } from './appointment-parts.ts'
import type { AppointmentRow } from './appointments.store.ts'
import { bookedBefore, bookedBetween, proposalsBegun, talksOver } from './due.store.ts'
import { move, type Move } from './moves.ts'
import { keepPulse, wasLost } from './outages.ts'
import { dueReminder, longestReminderMs } from './reminders.ts'
import { passPlacesOn } from './waits.ts'

const DOWN = '约定的时间段内服务中断'

/** One round. Errors are those of the store. */
export function createCheck(parts: AppointmentParts): () => Promise<void> {
  const { database, clock } = parts
  const db = database.reader
  const changeOne = (work: (changing: Changing) => Promise<void>): Promise<void> => change(parts, work)

  const decide = (row: AppointmentRow, decision: Move, news: AppointmentNews | null): Promise<void> =>
    unlessDecided(() =>
      changeOne(async (changing) => {
        const decided = await move(changing, row, decision)
        if (news) await tellNews(changing, decided, news)
      }),
    )
  const end = async (row: AppointmentRow, otherwise: 'lapse' | 'miss', news: AppointmentNews): Promise<void> =>
    (await wasLost(db, row.starts_at))
      ? decide(row, { event: 'void', by: 'system', text: DOWN }, 'voided')
      : decide(row, { event: otherwise, by: 'system' }, news)

  return async () => {
    const now = clock.now()
    await changeOne(({ trx }) => keepPulse(trx, now))
    const works = [
      ...(await proposalsBegun(db, now).execute()).map((row) => () => end(row, 'lapse', 'lapsed')),
      ...(await talksOver(db).execute()).map((row) => () => decide(row, { event: 'finish', by: 'system' }, null)),
      ...(await bookedBefore(db, now).execute())
        .filter((row) => checkedAt(row.starts_at) <= now)
        .map((row) => () => end(row, 'miss', row.interaction === 'ongoing' ? 'taxpayer-missed' : 'agent-missed')),
      ...(await bookedBetween(db, now, now + longestReminderMs).execute()).map((row) => () => remind(changeOne, row, now)),
      () => passPlacesOn(db, changeOne),
    ]
    await inTurn(works)
  }
}

/** One that fails keeps no other from being done; the round's error is the first of theirs. */
async function inTurn(works: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = []
  for (const work of works) await work().catch((error: unknown) => errors.push(error))
  if (errors.length > 0) throw errors[0] as Error
}

/** Somebody else was faster: what they decided stands. */
async function unlessDecided(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.failure.code !== 'APPOINTMENT_STATE_WRONG') throw error
  }
}

async function remind(changeOne: (work: (changing: Changing) => Promise<void>) => Promise<void>, row: AppointmentRow, now: number) {
  const minutes = dueReminder(row, now)
  if (minutes === null) return
  await changeOne(async (changing) => {
    const { numUpdatedRows } = await changing.trx
      .updateTable('appointments')
      .set({ reminded_minutes: minutes })
      .where('id', '=', row.id)
      .where('state', '=', 'booked')
      .where('interaction', '=', 'waiting')
      .where('starts_at', '=', row.starts_at)
      .where((eb) => eb.or([eb('reminded_minutes', 'is', null), eb('reminded_minutes', '>', minutes)]))
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 1n) await tellReminder(changing, row, minutes)
  })
}
