// The queue as people see it, asked for or told when it changes.
import type { QueueBoard, QueuePlace, QueueTrace } from '@zhengna/contract/domain/queue.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, PersonId, SkillGroupId, TicketId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { findPerson } from '../people/index.ts'
import { boardFor, describeWaiting } from './board.ts'
import { placesOf, standOf, type AgentPresence } from './places.ts'
import { traceOf } from './trace.ts'

export interface QueueView {
  placeOf(caller: Caller): Promise<QueuePlace | null>
  boardOf(caller: Caller): Promise<QueueBoard>
  /** Errors: QUEUE_TICKET_GONE, as another office’s is, and to a taxpayer another taxpayer’s. */
  traceOf(caller: Caller, ticketId: TicketId): Promise<QueueTrace>
}

export interface QueueAudience {
  /** Agents and supervisors of an office with a window open. */
  officersOf(officeId: OfficeId): readonly PersonId[]
  tellPlace(taxpayerId: PersonId, place: QueuePlace): void
  tellBoard(officerId: PersonId, board: QueueBoard): void
}

export interface QueueViewParts {
  readonly database: Database
  readonly clock: Clock
  readonly settings: () => SettingValues
  readonly agentsOf: (officeId: OfficeId) => Promise<AgentPresence[]>
}

export function createQueueView({ database, clock, settings, agentsOf }: QueueViewParts): QueueView {
  return {
    async placeOf(caller) {
      const places = placesOf(
        await standOf(database.reader, caller.officeId, clock.now(), settings()),
        await agentsOf(caller.officeId),
        settings(),
      )
      return places.find(({ taxpayerId }) => taxpayerId === caller.personId)?.place ?? null
    },
    async traceOf(caller, ticketId) {
      const places = placesOf(
        await standOf(database.reader, caller.officeId, clock.now(), settings()),
        await agentsOf(caller.officeId),
        settings(),
      )
      const found = places.find(({ place }) => place.ticketId === ticketId)
      // Another taxpayer's does not exist, nor another office's.
      if (!found || (caller.role === 'taxpayer' && found.taxpayerId !== caller.personId)) throw new DomainError('QUEUE_TICKET_GONE')
      return traceOf(database.reader, ticketId, found.place)
    },
    async boardOf(caller) {
      const stand = await standOf(database.reader, caller.officeId, clock.now(), settings())
      return boardFor(
        caller.officeId,
        await describeWaiting(database.reader, stand, clock.now()),
        stand.waiting,
        await groupsSeenBy(database, caller.personId),
      )
    },
  }
}

/** null: all groups of the office (supervisors). */
async function groupsSeenBy(database: Database, id: PersonId): Promise<SkillGroupId[] | null> {
  const person = await findPerson(database.reader, id)
  return person?.role === 'supervisor' ? null : (JSON.parse(person?.agent_skill_groups ?? '[]') as SkillGroupId[])
}

/** An office's changes are told together: a rush of joins costs one look at the queue, not one each. */
const GATHER_MS = 50

/** Tells everyone concerned when the queue of an office changes. Returns what stops it. */
export function announceQueue(
  { database, clock, settings, agentsOf }: QueueViewParts,
  bus: Bus,
  audience: QueueAudience,
  onError: (error: unknown) => void,
): () => void {
  const due = new Map<OfficeId, NodeJS.Timeout>()
  const announce = async (officeId: OfficeId): Promise<void> => {
    const stand = await standOf(database.reader, officeId, clock.now(), settings())
    for (const { taxpayerId, place } of placesOf(stand, await agentsOf(officeId), settings())) audience.tellPlace(taxpayerId, place)
    const officers = audience.officersOf(officeId)
    if (officers.length === 0) return
    const described = await describeWaiting(database.reader, stand, clock.now())
    for (const id of officers) audience.tellBoard(id, boardFor(officeId, described, stand.waiting, await groupsSeenBy(database, id)))
  }
  const schedule = (officeId: OfficeId): void => {
    if (due.has(officeId)) return
    const timer = setTimeout(() => {
      due.delete(officeId)
      announce(officeId).catch(onError)
    }, GATHER_MS)
    due.set(officeId, timer)
  }
  bus.subscribe('queue.changed', ({ officeId }) => schedule(officeId))
  bus.subscribe('presence.changed', ({ officeId }) => schedule(officeId))
  return () => {
    for (const timer of due.values()) clearTimeout(timer)
    due.clear()
  }
}
