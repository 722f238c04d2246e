// The board: who waits in an office, as its officers see it.
import { recogniseIntent } from '@zhengna/answering/dialogue/intent.ts'
import { normaliseQuery } from '@zhengna/answering/text/normalise.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { maskNumber, type TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { QueueBoard, WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import type { ConversationId, OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findPeople } from '../people/index.ts'
import type { QueueStand } from './places.ts'
import type { TicketRow } from './tickets.store.ts'

/** The office's waiting places with names and last questions, in serving order. */
export async function describeWaiting(db: Reader, { waiting, calls, offers }: QueueStand, now: number): Promise<WaitingTicket[]> {
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
  const questions = await lastQuestions(db, shown)
  return shown.map((ticket) => {
    const person = people.get(ticket.taxpayer_id)
    const call = calls.get(ticket.id)
    const offer = offers.get(ticket.id)
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
      callsBack: ticket.calls_back === 1,
      call: call ? { agentId: call.agent_id, agentNumber: call.agentNumber, endsAt: call.ends_at } : null,
      offer: offer ? { agentId: offer.agent_id, agentNumber: offer.agentNumber, endsAt: offer.ends_at } : null,
      isAway: ticket.away_since !== null,
      passedUntil: ticket.passed_until > now ? ticket.passed_until : null,
    }
  })
}

/** What each of them asked last; a text that only asked for a person is none. */
async function lastQuestions(db: Reader, tickets: readonly TicketRow[]): Promise<Map<ConversationId, string>> {
  if (tickets.length === 0) return new Map()
  const ids = tickets.map(({ conversation_id }) => conversation_id)
  const byPhrase = new Set(tickets.filter(({ reason }) => reason === 'phrase').map(({ conversation_id }) => conversation_id))
  const newest = db
    .selectFrom('messages')
    .select((eb) => [
      'conversation_id',
      'body',
      eb.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('conversation_id').orderBy('seq', 'desc'))
        .as('place'),
    ])
    .where('conversation_id', 'in', ids)
    .where('author', '=', 'taxpayer')
    .as('newest')
  const rows = await db.selectFrom(newest).select(['conversation_id', 'body']).where('place', '<=', LOOKED_BACK).orderBy('place').execute()
  const found = new Map<ConversationId, string>()
  for (const { conversation_id, body } of rows) {
    const text = oneLine(JSON.parse(body) as MessageBody)
    const known = found.get(conversation_id)
    if (known === undefined || (byPhrase.has(conversation_id) && asksForPerson(known) && !asksForPerson(text)))
      found.set(conversation_id, text)
  }
  return found
}
const LOOKED_BACK = 4
const asksForPerson = (text: string): boolean => recogniseIntent(normaliseQuery(text), text) === 'hand-over'

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
