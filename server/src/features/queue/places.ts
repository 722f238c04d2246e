// What taxpayers and agents see of the queue: one's own place, and the board.
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { maskNumber, type TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { Presence } from '@zhengna/contract/domain/presence.ts'
import type { QueueBoard, QueuePlace, WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { afterWorkingMinutes } from '@zhengna/contract/domain/working-time.ts'
import type { ConversationId, OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Reader } from '../../platform/database/database.ts'
import { workingTimeOf } from '../calendar/index.ts'
import { findPeople } from '../people/index.ts'
import { ringingOf } from './calls.store.ts'
import { standingOf } from './offers.store.ts'
import { listWaiting, type TicketRow } from './tickets.store.ts'

export interface AgentPresence {
  /** offline where no window of theirs is connected. */
  presence: Presence
  groups: SkillGroupId[]
  serving: number
}

/** What the office's queue is seen with. */
export interface QueueStand {
  /** In serving order. */
  readonly waiting: readonly TicketRow[]
  readonly calls: RingingCalls
  readonly offers: StandingOffers
  /** When the office begins to work again; null while it works. */
  readonly opensAt: number | null
}
export type RingingCalls = Awaited<ReturnType<typeof ringingOf>>
export type StandingOffers = Awaited<ReturnType<typeof standingOf>>

export async function standOf(db: Reader, officeId: OfficeId, now: number): Promise<QueueStand> {
  const waiting = await listWaiting(db, officeId)
  const within = (state: TicketRow['state']): TicketRow['id'][] => waiting.filter((one) => one.state === state).map(({ id }) => id)
  const works = waiting.length > 0 ? afterWorkingMinutes(now, 0, await workingTimeOf(db, officeId)) : now
  const opensAt = works === now ? null : works
  return { waiting, calls: await ringingOf(db, within('calling')), offers: await standingOf(db, within('offered')), opensAt }
}

/** Every place of one office, in serving order, with what its taxpayer is told. */
export function placesOf(
  { waiting, calls, opensAt }: QueueStand,
  agents: readonly AgentPresence[],
  settings: SettingValues,
): { taxpayerId: PersonId; place: QueuePlace }[] {
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
        agentsResting: serving.filter(({ presence }) => presence === 'resting').length,
        isOffered: ticket.state === 'offered',
        opensAt,
        offerAt: ticket.enqueued_at + settings['queue.offer-minutes'] * 60_000,
        callsBack: ticket.calls_back === 1,
        call: callOf(ticket, calls, settings),
      },
    }
  })
}

function callOf(ticket: TicketRow, calls: RingingCalls, settings: SettingValues): QueuePlace['call'] {
  const call = calls.get(ticket.id)
  if (!call) return null
  return { agentNumber: call.agentNumber, endsAt: call.ends_at, isLast: ticket.unanswered + 1 >= settings['queue.call-limit'] }
}

/** One's own place inside another's transaction; undefined where one does not wait. Who serves is not asked: that is no matter of the store. */
export async function placeWithin(
  db: Reader,
  officeId: OfficeId,
  taxpayerId: PersonId,
): Promise<Pick<QueuePlace, 'ahead' | 'enqueuedAt'> | undefined> {
  const waiting = await listWaiting(db, officeId)
  const own = waiting.find((ticket) => ticket.taxpayer_id === taxpayerId)
  if (!own) return undefined
  const ahead = waiting.slice(0, waiting.indexOf(own)).filter((ticket) => ticket.skill_group_id === own.skill_group_id).length
  return { ahead, enqueuedAt: own.enqueued_at }
}

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
  const questions = await lastQuestions(
    db,
    shown.map((t) => t.conversation_id),
  )
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
