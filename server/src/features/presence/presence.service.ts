// 示闲 / 示忙 / 小休 as the agent set it, 离线 as the server sees it.
import type { Presence, PresenceReason } from '@zhengna/contract/domain/presence.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { officeAgents, type AgentPresence } from '../queue/index.ts'

export interface SeenPresence {
  readonly presence: Presence
  /** Why the server set it; null where the agent did. */
  readonly reason: PresenceReason | null
}

export interface PresenceService {
  set(caller: Caller, presence: Exclude<Presence, 'offline'>): Promise<Presence>
  of(personId: PersonId): Promise<SeenPresence>
  /** All agents of an office as the queue sees them. */
  agentsOf(officeId: OfficeId): Promise<AgentPresence[]>
}

export interface PresenceParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly isConnected: (personId: PersonId) => boolean
}

export function createPresence({ database, bus, clock, isConnected }: PresenceParts): PresenceService {
  return {
    set: (caller, presence) =>
      database.write(async (trx, after) => {
        const set = { presence, presence_at: clock.now(), presence_reason: null }
        await trx.updateTable('people').set(set).where('id', '=', caller.personId).execute()
        after(() => bus.publish('presence.changed', { personId: caller.personId, officeId: caller.officeId }))
        return presence
      }),
    async of(personId) {
      const offline = { presence: 'offline', reason: null } as const
      if (!isConnected(personId)) return offline
      const row = await database.reader
        .selectFrom('people')
        .select(['presence', 'presence_reason as reason'])
        .where('id', '=', personId)
        .executeTakeFirst()
      return row ?? offline
    },
    async agentsOf(officeId) {
      const agents = await officeAgents(database.reader, officeId)
      return agents.map(({ id, presence, ...agent }) => ({ ...agent, presence: isConnected(id) ? presence : 'offline' }))
    },
  }
}
