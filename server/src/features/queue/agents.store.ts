// The agents of an office with what they have in hand. Whether a window of theirs is connected is no matter of the store.
import type { Presence } from '@zhengna/contract/domain/presence.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

export interface OfficeAgent {
  readonly id: PersonId
  /** As it was set. */
  readonly presence: Presence
  readonly groups: SkillGroupId[]
  readonly capacity: number
  /** Live conversations. */
  readonly serving: number
}

export async function officeAgents(db: Reader, officeId: OfficeId): Promise<OfficeAgent[]> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('conversations', (join) => join.onRef('conversations.agent_id', '=', 'people.id').on('conversations.stage', '=', 'live'))
    .select((eb) => [
      'people.id',
      'people.presence',
      'people.agent_skill_groups',
      'people.agent_capacity',
      eb.fn.count<number | string>('conversations.id').as('serving'),
    ])
    .where('people.office_id', '=', officeId)
    .where('people.role', '=', 'agent')
    .where('people.disabled_at', 'is', null)
    .groupBy(['people.id', 'people.presence', 'people.agent_skill_groups', 'people.agent_capacity'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    presence: row.presence,
    groups: JSON.parse(row.agent_skill_groups ?? '[]') as SkillGroupId[],
    capacity: row.agent_capacity ?? 1,
    serving: Number(row.serving),
  }))
}
