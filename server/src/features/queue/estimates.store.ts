// What was told about how long it takes, kept with what came of it.
import type { EstimateOutcome } from '@zhengna/contract/domain/queue.ts'
import type { OfficeId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { baseOf, forecast, outcomeOf, RANGE_OF, rangeOf, type Forecast, type Waited } from './estimate.ts'

const HOUR_MS = 3_600_000
/** Of these hours is what a place costs, of these days how far that was off. */
const LATELY_MS = 3 * HOUR_MS
const RANGE_MS = 7 * 24 * HOUR_MS

export interface GroupOf {
  readonly officeId: OfficeId
  readonly groupId: SkillGroupId
}
/** Whether an agent is free for whoever comes: they wait for an answer, the others for a turn. */
export interface KindOf extends GroupOf {
  readonly isFree: boolean
}

export const waitedQuery = (db: Reader, { officeId, groupId, isFree }: KindOf, since: number) =>
  db
    .selectFrom('wait_estimates')
    .select(['waited_ms', 'ahead', 'base_ms', 'closed_at'])
    .where('office_id', '=', officeId)
    .where('skill_group_id', '=', groupId)
    .where('waited_ms', 'is not', null)
    .where('closed_at', '>', since)
    .where('is_free', '=', isFree ? 1 : 0)
    .orderBy('closed_at', 'desc')
    .limit(RANGE_OF)

export async function forecastFor(db: Reader, kind: KindOf, now: number): Promise<Forecast | null> {
  const rows = await waitedQuery(db, kind, now - RANGE_MS).execute()
  const past = rows.map(({ waited_ms, ahead, base_ms, closed_at }): Waited => ({
    waitedMs: waited_ms ?? 0,
    ahead,
    baseMs: base_ms,
    isLate: (closed_at ?? 0) > now - LATELY_MS,
  }))
  return forecast(past)
}

export interface Joined extends KindOf {
  readonly ticketId: TicketId
  readonly ahead: number
}

/** Keeps what may be told to somebody who joins now; also where estimates are not shown for now, so that it is known when they may be again. */
export async function recordEstimate(trx: Writer, joined: Joined, now: number): Promise<void> {
  const known = await forecastFor(trx, joined, now)
  const range = known ? rangeOf(known, joined.ahead) : null
  await trx
    .insertInto('wait_estimates')
    .values({
      ticket_id: joined.ticketId,
      office_id: joined.officeId,
      skill_group_id: joined.groupId,
      at: now,
      ahead: joined.ahead,
      is_free: joined.isFree ? 1 : 0,
      base_ms: known && baseOf(known, joined.ahead),
      low_ms: range?.lowMs ?? null,
      high_ms: range?.highMs ?? null,
      outcome: null,
      waited_ms: null,
      closed_at: null,
    })
    .execute()
}

/** Their wait is over. `isServed` false: they left, and how long it would have taken nobody knows. */
export async function closeEstimate(trx: Writer, ticketId: TicketId, isServed: boolean, now: number): Promise<void> {
  const row = await trx.selectFrom('wait_estimates').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()
  if (row?.closed_at !== null) return
  const waitedMs = now - row.at
  const isTold = row.low_ms !== null && row.high_ms !== null
  const outcome: EstimateOutcome | null = isTold
    ? outcomeOf({ lowMs: row.low_ms ?? 0, highMs: row.high_ms ?? 0 }, waitedMs, isServed)
    : null
  await trx
    .updateTable('wait_estimates')
    .set({ outcome, waited_ms: isServed ? waitedMs : null, closed_at: now })
    .where('ticket_id', '=', ticketId)
    .execute()
}

/** Of how many ranges how many came true, of how many; whoever left before it was over is not among them. */
export interface Record {
  readonly within: number
  readonly of: number
}

export const recordQuery = (db: Reader, { officeId, groupId }: GroupOf, since: number, until: number) =>
  db
    .selectFrom('wait_estimates')
    .select('outcome')
    .where('office_id', '=', officeId)
    .where('skill_group_id', '=', groupId)
    .where('high_ms', 'is not', null)
    .where('closed_at', '>=', since)
    .where('closed_at', '<', until)
    .orderBy('closed_at', 'desc')

export async function recordOf(db: Reader, group: GroupOf, since: number, until: number): Promise<Record> {
  const rows = await countQuery(db, group, since, until).execute()
  const countOf = (outcome: EstimateOutcome): number => Number(rows.find((row) => row.outcome === outcome)?.count ?? 0)
  const within = countOf('within')
  return { within, of: within + countOf('sooner') + countOf('later') }
}
/** By outcome, counted where they lie: a day has thousands. */
export const countQuery = (db: Reader, group: GroupOf, since: number, until: number) =>
  recordQuery(db, group, since, until)
    .clearSelect()
    .clearOrderBy()
    .select((eb) => ['outcome', eb.fn.countAll<number | string>().as('count')])
    .groupBy('outcome')

/** Of the newest of them. */
export async function newestRecordOf(db: Reader, group: GroupOf, since: number, until: number, newest: number): Promise<Record> {
  const rows = await recordQuery(db, group, since, until).where('outcome', 'in', ['within', 'sooner', 'later']).limit(newest).execute()
  return { within: rows.filter(({ outcome }) => outcome === 'within').length, of: rows.length }
}
