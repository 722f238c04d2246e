// The conversations that are served now, and what was whispered in them.
import { sql } from 'kysely'
import { maskNumber, type TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { LiveTalk, Whisper } from '@zhengna/contract/domain/live-talk.ts'
import type { ConversationId, OfficeId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

export const talksQuery = (db: Reader, officeId: OfficeId) =>
  db
    .selectFrom('conversations as talk')
    .innerJoin('people as taxpayer', 'taxpayer.id', 'talk.taxpayer_id')
    .innerJoin('people as agent', 'agent.id', 'talk.agent_id')
    .leftJoin('skill_groups as skill', 'skill.id', 'talk.skill_group_id')
    .select([
      'talk.id',
      'talk.served_at',
      'talk.hand_over_reason',
      'taxpayer.name as taxpayer_name',
      'taxpayer.taxpayer',
      'agent.id as agent_id',
      'agent.name as agent_name',
      'agent.agent_number',
      'skill.name as group_name',
    ])
    .select((eb) =>
      eb
        .selectFrom('messages')
        .select((m) => m.fn.max('seq').as('seq'))
        .whereRef('conversation_id', '=', 'talk.id')
        .where('author', '=', 'agent')
        .whereRef('at', '>=', 'talk.served_at')
        .as('agent_seq'),
    )
    .where('talk.office_id', '=', officeId)
    // Written out: an index of the live ones is of no use to a query whose stage is a parameter.
    .where(sql<boolean>`talk.stage = 'live'`)

/** Since when each waits: the first of the taxpayer's words that the agent has not answered. */
const unansweredQuery = (db: Reader, id: ConversationId, agentSeq: number) =>
  db
    .selectFrom('messages')
    .select((eb) => eb.fn.min('at').as('at'))
    .where('conversation_id', '=', id)
    .where('seq', '>', agentSeq)
    .where('author', '=', 'taxpayer')

/** Whoever waits longest for a reply first, then who is served longest. */
export async function liveTalks(db: Reader, officeId: OfficeId, only?: ConversationId): Promise<LiveTalk[]> {
  const query = talksQuery(db, officeId)
  const rows = await (only === undefined ? query : query.where('talk.id', '=', only)).execute()
  const talks: LiveTalk[] = []
  for (const row of rows) {
    const servedAt = row.served_at ?? 0
    // Nothing was said by the agent yet: the taxpayer waits since they are served.
    const unanswered = row.agent_seq === null ? { at: servedAt } : await unansweredQuery(db, row.id, row.agent_seq).executeTakeFirst()
    const profile = row.taxpayer === null ? null : (JSON.parse(row.taxpayer) as TaxpayerProfile)
    talks.push({
      id: row.id,
      taxpayerName: row.taxpayer_name,
      taxpayerNumber: profile ? maskNumber(profile.taxpayerNumber) : '',
      groupName: row.group_name ?? '',
      reason: row.hand_over_reason,
      agentId: row.agent_id,
      agentNumber: row.agent_number ?? '',
      agentName: row.agent_name,
      servedAt,
      waitingSince: unanswered?.at ?? null,
    })
  }
  return talks.toSorted((a, b) => (a.waitingSince ?? Infinity) - (b.waitingSince ?? Infinity) || a.servedAt - b.servedAt)
}

export const whispersQuery = (db: Reader, id: ConversationId) =>
  db
    .selectFrom('whispers')
    .innerJoin('people', 'people.id', 'whispers.by_id')
    .select(['whispers.id', 'whispers.at', 'whispers.text', 'people.name'])
    .where('conversation_id', '=', id)
    .orderBy('at')
    .orderBy('whispers.id')

export const whispersIn = async (db: Reader, id: ConversationId): Promise<Whisper[]> =>
  (await whispersQuery(db, id).execute()).map(({ name, ...whisper }) => ({ ...whisper, conversationId: id, byName: name }))
