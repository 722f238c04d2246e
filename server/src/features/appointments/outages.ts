// Whether anybody was at work: servers leave a mark every minute, and a gap between two marks is written down as an outage. What passed
// in one is nobody's fault.
import { slotMs } from '@zhengna/contract/domain/appointment.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'

const PULSE = 'check'
const GAP_MS = 3 * 60_000
/** So much of a half hour lost is the whole of it. */
const LOST_MS = 10 * 60_000

/** Leaves this minute's mark, and writes down the outage that it ends. */
export async function keepPulse(trx: Writer, now: number): Promise<void> {
  const mark = await trx.selectFrom('pulses').select('at').where('name', '=', PULSE).executeTakeFirst()
  const last = mark ? mark.at : now
  if (now - last > GAP_MS) {
    await trx
      .insertInto('outages')
      .values({ started_at: last, ended_at: now })
      .onConflict((conflict) => conflict.column('started_at').doNothing())
      .execute()
  }
  // A server whose clock is behind does not turn it back.
  const at = Math.max(last, now)
  await trx
    .insertInto('pulses')
    .values({ name: PULSE, at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ at }))
    .execute()
}

/** Whether too much of the half hour from `startsAt` on lay in outages. */
export async function wasLost(db: Reader, startsAt: number): Promise<boolean> {
  const endsAt = startsAt + slotMs
  const outages = await db.selectFrom('outages').selectAll().where('started_at', '<', endsAt).where('ended_at', '>', startsAt).execute()
  const lostMs = outages.reduce((sum, { started_at, ended_at }) => sum + Math.min(ended_at, endsAt) - Math.max(started_at, startsAt), 0)
  return lostMs >= LOST_MS
}
