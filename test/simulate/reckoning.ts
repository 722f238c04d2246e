// What came of the run, from the server's own store: waits, order, messages.
import { join } from 'node:path'
import { openDatabase } from '../../server/src/platform/database/database.ts'
import type { Line } from './line.ts'

export interface Reckoning {
  readonly lost: number
  readonly doubled: number
  readonly reordered: number
  readonly inversions: number
  readonly waitP50Ms: number
  readonly waitP95Ms: number
  readonly served: number
  readonly messages: number
  /** Their author was told why. */
  readonly refused: number
  readonly offers: Readonly<Record<string, number>>
  readonly skips: Readonly<Record<string, number>>
  /** Of how many foretold ranges how many came true; `coverage` null: none was. */
  readonly estimates: { readonly told: number; readonly coverage: number | null }
}

export async function reckon(dataDir: string, lines: readonly Line[]): Promise<Reckoning> {
  const database = await openDatabase(join(dataDir, 'zhengna.db'))
  const { reader } = database
  const [messages, tickets, talks, offers, skips, estimates] = await Promise.all([
    reader.selectFrom('messages').select(['id', 'conversation_id', 'seq']).execute(),
    reader.selectFrom('tickets').selectAll().orderBy('enqueued_at').orderBy('id').execute(),
    reader.selectFrom('conversations').select(['id', 'served_at']).execute(),
    reader.selectFrom('ticket_offers').selectAll().orderBy('at').execute(),
    reader.selectFrom('ticket_skips').selectAll().execute(),
    reader.selectFrom('wait_estimates').select('outcome').where('outcome', 'in', ['within', 'sooner', 'later']).execute(),
  ])
  await database.close()

  const placeOf = new Map(messages.map(({ id, conversation_id, seq }) => [id as string, { conversation: conversation_id, seq }]))
  const lost = lines.flatMap(({ written, refused }) => written.filter(({ id }) => !placeOf.has(id) && !refused.has(id))).length
  const servedAt = new Map(talks.map(({ id, served_at }) => [id, served_at]))
  const waits = tickets
    .filter(({ state }) => state === 'taken')
    .map(({ conversation_id, enqueued_at }) => (servedAt.get(conversation_id) ?? enqueued_at) - enqueued_at)
    .sort((a, b) => a - b)
  return {
    lost,
    doubled: messages.length - placeOf.size + lines.reduce((sum, line) => sum + line.doubled, 0),
    reordered: lines.reduce((sum, line) => sum + line.reordered, 0) + lines.reduce((sum, line) => sum + overtaken(line, placeOf), 0),
    inversions: inversionsIn(tickets, offers, new Set(skips.map((skip) => `${skip.ticket_id} ${skip.for_ticket_id}`))),
    waitP50Ms: quantile(waits, 0.5),
    waitP95Ms: quantile(waits, 0.95),
    served: waits.length,
    messages: messages.length,
    refused: lines.reduce((sum, line) => sum + line.refused.size, 0),
    offers: countBy(offers, ({ outcome }) => outcome ?? 'standing'),
    skips: countBy(skips, ({ reason }) => reason),
    estimates: {
      told: estimates.length,
      coverage: estimates.length > 0 ? estimates.filter(({ outcome }) => outcome === 'within').length / estimates.length : null,
    },
  }
}

/** Of one author: stored behind what they wrote later, in the conversation where it landed. */
function overtaken({ written }: Line, placeOf: ReadonlyMap<string, { conversation: string; seq: number }>): number {
  const newest = new Map<string, number>()
  let count = 0
  for (const { id } of written) {
    const place = placeOf.get(id)
    if (!place) continue
    const { conversation, seq } = place
    if (seq < (newest.get(conversation) ?? 0)) count += 1
    newest.set(conversation, Math.max(seq, newest.get(conversation) ?? 0))
  }
  return count
}

interface Place {
  readonly id: string
  readonly enqueued_at: number
  readonly closed_at: number | null
}
interface Offer {
  readonly ticket_id: string
  readonly at: number
}

/** An offer that went past somebody who had come before and still waited, with no reason on record. */
function inversionsIn(tickets: readonly Place[], offers: readonly Offer[], recorded: ReadonlySet<string>): number {
  const placeOf = new Map(tickets.map((ticket, place) => [ticket.id, place]))
  let count = 0
  for (const { ticket_id, at } of offers) {
    const place = placeOf.get(ticket_id) ?? 0
    for (const front of tickets.slice(0, place))
      if ((front.closed_at === null || front.closed_at > at) && !recorded.has(`${front.id} ${ticket_id}`)) count += 1
  }
  return count
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function countBy<T>(rows: readonly T[], nameOf: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[nameOf(row)] = (counts[nameOf(row)] ?? 0) + 1
  return counts
}
