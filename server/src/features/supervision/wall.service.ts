// The wall of an office, read anew whenever it is asked for. What can change no more is kept: when somebody was replied to first.
import type { LiveWall } from '@zhengna/contract/domain/live-wall.ts'
import type { OfficeId, PersonId, TicketId } from '@zhengna/contract/ids.ts'
import { dayInBeijing, startOfDayInBeijing, type Clock } from '../../platform/clock.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { listWaiting } from '../queue/index.ts'
import { reckonWall } from './wall.ts'
import { agentsOf, asksQuery, firstReplies, leftWithin, liveQuery, servedQuery, type GroupAsk } from './wall.store.ts'

const DAY_MS = 86_400_000

export interface Wall {
  of(officeId: OfficeId): Promise<LiveWall>
}

export interface WallParts {
  readonly database: Database
  readonly clock: Clock
  readonly isConnected: (personId: PersonId) => boolean
}

export function createWall({ database, clock, isConnected }: WallParts): Wall {
  /** Of today, of all offices. */
  let replied = { from: 0, at: new Map<TicketId, number>() }

  async function asksOf(db: Reader, officeId: OfficeId, from: number): Promise<GroupAsk[]> {
    if (replied.from !== from) replied = { from, at: new Map() }
    const { at } = replied
    const rows = await asksQuery(db, officeId, from, from + DAY_MS).execute()
    const unknown = rows.filter(({ id, state }) => state === 'taken' && !at.has(id)).map(({ id }) => id)
    for (const [id, first] of await firstReplies(db, unknown)) at.set(id, first)
    return rows.map(({ id, skill_group_id, enqueued_at, state, closed_at }) => ({
      id,
      groupId: skill_group_id,
      askedAt: enqueued_at,
      closedAt: closed_at,
      isServed: state === 'taken',
      repliedAt: at.get(id) ?? null,
    }))
  }

  return {
    async of(officeId) {
      const db = database.reader
      const now = clock.now()
      const from = startOfDayInBeijing(dayInBeijing(now))
      const waiting = await listWaiting(db, officeId)
      return reckonWall({
        now,
        from,
        waiting: waiting.map(({ skill_group_id, enqueued_at }) => ({ groupId: skill_group_id, since: enqueued_at })),
        live: await liveQuery(db, officeId).execute(),
        agents: await agentsOf(db, officeId),
        isConnected,
        asks: await asksOf(db, officeId, from),
        served: await servedQuery(db, officeId, from, from + DAY_MS).execute(),
        left: await leftWithin(db, officeId, from - DAY_MS, from + DAY_MS),
        groups: await db.selectFrom('skill_groups').selectAll().orderBy('name').execute(),
      })
    },
  }
}
