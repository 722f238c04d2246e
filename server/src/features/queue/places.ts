// What taxpayers and agents see of the queue: one's own place, and the board.
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { maskNumber, type TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { Presence } from '@zhengna/contract/domain/presence.ts'
import type { QueueBoard, QueuePlace, WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import type { ConversationId, OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findPeople } from '../people/index.ts'
import { listWaiting, type TicketRow } from './tickets.store.ts'

export interface AgentPresence {
  /** offline where no window of theirs is connected. */
  presence: Presence
  groups: SkillGroupId[]
  serving: number
}

/** Every place of one office, in serving order, with what its taxpayer is told. */
export function placesOf(waiting: readonly TicketRow[], agents: readonly AgentPresence[]): { taxpayerId: PersonId; place: QueuePlace }[] {
  const aheadOf = new Map<SkillGroupId, number>()
  return waiting.map((ticket) => {
    const ahead = aheadOf.get(ticket.skill_group_id) ?? 0
    aheadOf.set(ticket.skill_group_id, ahead + 1)
    const serving = agents.filter(({ groups, presence }) => presence !== 'offline' && groups.includes(ticket.skill_group_id))
    return {
      taxpayerId: ticket.taxpayer_id,
      place: {
        ticketId: ticket.id,
        conversationId: ticket.conversation_id,
        enqueuedAt: ticket.enqueued_at,
        ahead,
        agentsIdle: serving.filter(({ presence }) => presence === 'idle').length,
        agentsServing: serving.filter((agent) => agent.serving > 0).length,
      },
    }
  })
}

/** One's own place inside another's transaction; undefined where one does not wait. Who serves is not asked: that is no matter of the store. */
export async function placeWithin(
  db: Reader,
  officeId: OfficeId,
  taxpayerId: PersonId,
): Promise<Pick<QueuePlace, 'ahead' | 'enqueuedAt'> | undefined> {
  return placesOf(await listWaiting(db, officeId), []).find((waiting) => waiting.taxpayerId === taxpayerId)?.place
}

/** The office's waiting places with names and last questions, in serving order. */
export async function describeWaiting(db: Reader, waiting: readonly TicketRow[]): Promise<WaitingTicket[]> {
  const shown = waiting.slice(0, limits.boardMaxTickets)
  const people = new Map(
    (
      await findPeople(
        db,
        shown.map((t) => t.taxpayer_id),
      )
    ).map((p) => [p.id, p]),
  )
  const groups = new Map((await db.selectFrom('skill_groups').selectAll().execute()).map(({ id, name }) => [id, name]))
  const questions = await lastQuestions(
    db,
    shown.map((t) => t.conversation_id),
  )
  return shown.map((ticket) => {
    const person = people.get(ticket.taxpayer_id)
    const profile = person?.taxpayer ? (JSON.parse(person.taxpayer) as TaxpayerProfile) : null
    return {
      ticketId: ticket.id,
      conversationId: ticket.conversation_id,
      taxpayerId: ticket.taxpayer_id,
      taxpayerName: person?.name ?? '',
      taxpayerNumber: profile ? maskNumber(profile.taxpayerNumber) : '',
      skillGroupId: ticket.skill_group_id,
      skillGroupName: groups.get(ticket.skill_group_id) ?? '',
      reason: ticket.reason,
      enqueuedAt: ticket.enqueued_at,
      lastQuestion: questions.get(ticket.conversation_id) ?? '',
    }
  })
}

async function lastQuestions(db: Reader, ids: readonly ConversationId[]): Promise<Map<ConversationId, string>> {
  if (ids.length === 0) return new Map()
  const newest = db
    .selectFrom('messages')
    .select(['conversation_id as of', (eb) => eb.fn.max('seq').as('newest')])
    .where('conversation_id', 'in', ids)
    .where('author', '=', 'taxpayer')
    .groupBy('conversation_id')
    .as('last')
  const rows = await db
    .selectFrom('messages')
    .innerJoin(newest, (join) => join.onRef('messages.conversation_id', '=', 'last.of').onRef('messages.seq', '=', 'last.newest'))
    .select(['conversation_id', 'body'])
    .execute()
  return new Map(rows.map(({ conversation_id, body }) => [conversation_id, oneLine(JSON.parse(body) as MessageBody)]))
}

const oneLine = (body: MessageBody): string => (body.kind === 'text' ? body.text.replace(/\s+/g, ' ').slice(0, 80) : '')

/** The part of the board that people of these groups may see; null: all groups. */
export function boardFor(
  officeId: OfficeId,
  described: readonly WaitingTicket[],
  total: readonly TicketRow[],
  groups: readonly SkillGroupId[] | null,
): QueueBoard {
  const mine = (group: SkillGroupId) => groups === null || groups.includes(group)
  return {
    officeId,
    waiting: described.filter(({ skillGroupId }) => mine(skillGroupId)),
    waitingCount: total.filter(({ skill_group_id }) => mine(skill_group_id)).length,
  }
}
