// 示闲 / 示忙 / 小休 as the agent set it, 离线 as the server sees it.
import type { Presence, PresenceReason } from '@zhengna/contract/domain/presence.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { AgentPresence } from '../queue/index.ts'

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
      const rows = await database.reader
        .selectFrom('people')
        .leftJoin('conversations', (join) => join.onRef('conversations.agent_id', '=', 'people.id').on('conversations.stage', '=', 'live'))
        .select((eb) => [
          'people.id',
          'people.presence',
          'people.agent_skill_groups',
          eb.fn.count<number | string>('conversations.id').as('serving'),
        ])
        .where('people.office_id', '=', officeId)
        .where('people.role', '=', 'agent')
        .groupBy(['people.id', 'people.presence', 'people.agent_skill_groups'])
        .execute()
      return rows.map((row) => ({
        presence: isConnected(row.id) ? row.presence : 'offline',
        groups: JSON.parse(row.agent_skill_groups ?? '[]') as SkillGroupId[],
        serving: Number(row.serving),
      }))
    },
  }
}
