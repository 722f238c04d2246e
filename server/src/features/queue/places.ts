// What a taxpayer is told of their own place.
import type { Presence } from '@zhengna/contract/domain/presence.ts'
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { afterWorkingMinutes } from '@zhengna/contract/domain/working-time.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import { workingTimeOf } from '../calendar/index.ts'
import { ringingOf } from './calls.store.ts'
import { rangeOf } from './estimate.ts'
import { groupEstimates, type GroupEstimates } from './estimates.ts'
import { standingOf } from './offers.store.ts'
import { listWaiting, type TicketRow } from './tickets.store.ts'

export interface AgentPresence {
  /** offline where no window of theirs is connected. */
  presence: Presence
  groups: SkillGroupId[]
  serving: number
  capacity: number
}

/** What the office's queue is seen with. */
export interface QueueStand {
  /** In serving order. */
  readonly waiting: readonly TicketRow[]
  readonly calls: RingingCalls
  readonly offers: StandingOffers
  /** When the office begins to work again; null while it works. */
  readonly opensAt: number | null
  /** Of the groups that are waited for; null where none is shown. */
  readonly estimates: ReadonlyMap<SkillGroupId, GroupEstimates | null>
}
export type RingingCalls = Awaited<ReturnType<typeof ringingOf>>
export type StandingOffers = Awaited<ReturnType<typeof standingOf>>

export async function standOf(db: Reader, officeId: OfficeId, now: number, settings: SettingValues): Promise<QueueStand> {
  const waiting = await listWaiting(db, officeId)
  const within = (state: TicketRow['state']): TicketRow['id'][] => waiting.filter((one) => one.state === state).map(({ id }) => id)
  const works = waiting.length > 0 ? afterWorkingMinutes(now, 0, await workingTimeOf(db, officeId)) : now
  const opensAt = works === now ? null : works
  const groups = new Set(waiting.map(({ skill_group_id }) => skill_group_id))
  const estimates = new Map<SkillGroupId, GroupEstimates | null>()
  for (const groupId of groups) estimates.set(groupId, await groupEstimates(db, { officeId, groupId }, now, settings))
  return { waiting, calls: await ringingOf(db, within('calling')), offers: await standingOf(db, within('offered')), opensAt, estimates }
}

/** Every place of one office, in serving order, with what its taxpayer is told. */
export function placesOf(
  { waiting, calls, opensAt, estimates }: QueueStand,
  agents: readonly AgentPresence[],
  settings: SettingValues,
): { taxpayerId: PersonId; place: QueuePlace }[] {
  const aheadOf = new Map<SkillGroupId, number>()
  return waiting.map((ticket) => {
    const ahead = aheadOf.get(ticket.skill_group_id) ?? 0
    aheadOf.set(ticket.skill_group_id, ahead + 1)
    const serving = agents.filter(({ groups, presence }) => presence !== 'offline' && groups.includes(ticket.skill_group_id))
    const idle = serving.filter((agent) => agent.presence === 'idle' && agent.serving < agent.capacity).length
    return {
      taxpayerId: ticket.taxpayer_id,
      place: {
        ticketId: ticket.id,
        conversationId: ticket.conversation_id,
        enqueuedAt: ticket.enqueued_at,
        ahead,
        agentsIdle: idle,
        agentsServing: serving.filter((agent) => agent.serving > 0).length,
        agentsResting: serving.filter(({ presence }) => presence === 'resting').length,
        reason: ticket.reason,
        isOffered: ticket.state === 'offered',
        estimate: serving.length > 0 && opensAt === null ? estimateOf(ticket, ahead, idle, estimates.get(ticket.skill_group_id)) : null,
        opensAt,
        offerAt: ticket.enqueued_at + settings['queue.offer-minutes'] * 60_000,
        callsBack: ticket.calls_back === 1,
        call: callOf(ticket, calls, settings),
      },
    }
  })
}

function estimateOf(ticket: TicketRow, ahead: number, idle: number, known: GroupEstimates | null | undefined): QueuePlace['estimate'] {
  // Who is asked for or called is as good as served; who is passed by waits for something else.
  if (!known || ticket.state !== 'waiting' || ticket.unanswered > 0) return null
  const forecast = idle > ahead ? known.free : known.queued
  const range = forecast && rangeOf(forecast, ahead)
  return range && { ...range, trackRecord: known.trackRecord }
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
