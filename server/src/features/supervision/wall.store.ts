// What the wall is reckoned from, read from the indexes of an office's days.
import { sql } from 'kysely'
import type { Ask } from '@zhengna/contract/domain/yardstick.ts'
import type { ConversationId, LeaveMessageId, OfficeId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Presence } from '@zhengna/contract/domain/presence.ts'
import type { Reader } from '../../platform/database/database.ts'

/** SQLite takes 32,766 parameters in a statement. */
const STATEMENT_MAX = 5_000

export interface GroupAsk extends Ask {
  readonly id: TicketId
  readonly groupId: SkillGroupId
}

export const asksQuery = (db: Reader, officeId: OfficeId, from: number, before: number) =>
  db
    .selectFrom('tickets')
    .select(['id', 'skill_group_id', 'enqueued_at', 'state', 'closed_at'])
    .where('office_id', '=', officeId)
    .where('enqueued_at', '>=', from)
    .where('enqueued_at', '<', before)
    // Back at the front because their agent was gone: asked for once, and connected once already.
    .where('dropped_agent_id', 'is', null)

export const firstRepliesQuery = (db: Reader, ids: readonly TicketId[]) =>
  db
    .selectFrom('tickets')
    .innerJoin('messages', 'messages.conversation_id', 'tickets.conversation_id')
    .select((eb) => ['tickets.id', eb.fn.min('messages.at').as('at')])
    .where('tickets.id', 'in', ids)
    .where('messages.author', '=', 'agent')
    .whereRef('messages.at', '>=', 'tickets.enqueued_at')
    .groupBy('tickets.id')

/** The agent's first message to each of them; without an entry: none yet. */
export async function firstReplies(db: Reader, ids: readonly TicketId[]): Promise<Map<TicketId, number>> {
  const replies = new Map<TicketId, number>()
  for (let start = 0; start < ids.length; start += STATEMENT_MAX)
    for (const { id, at } of await firstRepliesQuery(db, ids.slice(start, start + STATEMENT_MAX)).execute()) replies.set(id, at)
  return replies
}

export interface LiveTalk {
  readonly id: ConversationId
  readonly agent_id: PersonId | null
}

/** Written out: an index of the live ones is of no use to a query whose stage is a parameter. */
export const liveQuery = (db: Reader, officeId: OfficeId) =>
  db
    .selectFrom('conversations')
    .select(['id', 'agent_id'])
    .where('office_id', '=', officeId)
    .where(sql<boolean>`stage = 'live'`)

export const servedQuery = (db: Reader, officeId: OfficeId, from: number, before: number) =>
  db
    .selectFrom('conversations')
    .select(['agent_id', 'served_at', 'ended_at'])
    .where('office_id', '=', officeId)
    .where('served_at', '>=', from)
    .where('served_at', '<', before)

export interface WallPerson {
  readonly id: PersonId
  readonly name: string
  readonly number: string
  /** As it was set. */
  readonly presence: Exclude<Presence, 'offline'>
  readonly since: number
  readonly groups: readonly SkillGroupId[]
  readonly capacity: number
}

export async function agentsOf(db: Reader, officeId: OfficeId): Promise<WallPerson[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name', 'agent_number', 'presence', 'presence_at', 'agent_skill_groups', 'agent_capacity'])
    .where('office_id', '=', officeId)
    .where('role', '=', 'agent')
    .orderBy('agent_number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    number: row.agent_number ?? '',
    presence: row.presence,
    since: row.presence_at,
    groups: JSON.parse(row.agent_skill_groups ?? '[]') as SkillGroupId[],
    capacity: row.agent_capacity ?? 1,
  }))
}

export interface Left {
  readonly leftAt: number
  readonly repliedAt: number | null
}

/** Not `office_id =`: SQLite, which counts nothing, would read all that an office was ever left instead of these days. */
export const leftQuery = (db: Reader, officeId: OfficeId, from: number, before: number) =>
  db
    .selectFrom('leave_messages')
    .select(['id', 'created_at'])
    .where((eb) => eb(eb.fn.coalesce('office_id', eb.val('' as OfficeId)), '=', officeId))
    .where('created_at', '>=', from)
    .where('created_at', '<', before)

/** 留言 of these days with their first answer, by whichever way it was given. */
export async function leftWithin(db: Reader, officeId: OfficeId, from: number, before: number): Promise<Left[]> {
  const left = await leftQuery(db, officeId, from, before).execute()
  const answers = new Map<LeaveMessageId, number>()
  for (let start = 0; start < left.length; start += STATEMENT_MAX) {
    const rows = await db
      .selectFrom('leave_message_steps')
      .select((eb) => ['leave_message_id', eb.fn.min('at').as('at')])
      .where(
        'leave_message_id',
        'in',
        left.slice(start, start + STATEMENT_MAX).map(({ id }) => id),
      )
      .where('kind', 'in', ['reply', 'resolve'])
      .groupBy('leave_message_id')
      .execute()
    for (const { leave_message_id, at } of rows) answers.set(leave_message_id, at)
  }
  return left.map(({ id, created_at }) => ({ leftAt: created_at, repliedAt: answers.get(id) ?? null }))
}
