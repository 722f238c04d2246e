// 停机: when nobody could be served, or it is announced that nobody can. What passes in one is nobody's fault.
import type { Outage } from '@zhengna/contract/domain/calendar.ts'
import { slotMs } from '@zhengna/contract/domain/appointment.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'

/** So much of a half hour lost is the whole of it. */
const LOST_MS = 10 * 60_000

export interface Stretch {
  readonly started_at: number
  readonly ended_at: number
}

/** That overlap with the time from one moment to another. */
export const outagesBetween = (db: Reader, from: number, to: number): Promise<Stretch[]> =>
  db.selectFrom('outages').select(['started_at', 'ended_at']).where('started_at', '<', to).where('ended_at', '>', from).execute()

/** Whether too much of the half hour from `startsAt` on lies in outages. Where two overlap, a minute is lost once. */
export function isLost(startsAt: number, outages: readonly Stretch[]): boolean {
  const endsAt = startsAt + slotMs
  let [lostMs, countedTo] = [0, startsAt]
  for (const { started_at, ended_at } of [...outages].sort((a, b) => a.started_at - b.started_at)) {
    const from = Math.max(started_at, countedTo)
    const to = Math.min(ended_at, endsAt)
    if (from >= to) continue
    lostMs += to - from
    countedTo = to
  }
  return lostMs >= LOST_MS
}

export async function pageOfOutages(db: Reader, page: number, pageSize: number): Promise<{ items: Outage[]; total: number }> {
  const rows = await db
    .selectFrom('outages')
    .leftJoin('people', 'people.id', 'outages.declared_by')
    .select(['outages.started_at', 'outages.ended_at', 'outages.note', 'people.name', 'outages.declared_by'])
    .orderBy('outages.started_at', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await db
    .selectFrom('outages')
    .select(({ fn }) => fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow()
  const items = rows.map(({ started_at, ended_at, note, name, declared_by }) => ({
    startedAt: started_at,
    endedAt: ended_at,
    note,
    declaredBy: declared_by === null ? null : (name ?? declared_by),
  }))
  return { items, total: Number(total) }
}

/** False: one that begins at the same moment is there already. */
export async function addOutage(trx: Writer, stretch: Stretch & { note: string; declared_by: PersonId }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('outages')
    .values(stretch)
    .onConflict((conflict) => conflict.column('started_at').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** One that was announced and is not over at `now`; undefined: there is none. */
export const removeOutage = (trx: Writer, startedAt: number, now: number): Promise<(Stretch & { note: string }) | undefined> =>
  trx
    .deleteFrom('outages')
    .where('started_at', '=', startedAt)
    .where('declared_by', 'is not', null)
    .where('ended_at', '>', now)
    .returning(['started_at', 'ended_at', 'note'])
    .executeTakeFirst()
