// Many people for one server: written into its store before it starts. One password for all, hashed once.
import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import type { Edition } from '@zhengna/contract/domain/person.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { hashPassword } from '../../server/src/platform/auth/passwords.ts'
import { openDatabase } from '../../server/src/platform/database/database.ts'

export const CROWD_PASSWORD = 'Crowd@2026'
const office = 'crowd-office' as OfficeId
const group = 'general' as SkillGroupId

export interface CrowdMember {
  readonly account: string
  readonly edition: Edition
}

/** Everybody has a session from the start, for those who bring a token of their own. */
export const crowdSession = (account: string): string => `crowd-${account}`

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(4, '0')}`)

/** `dataDir`: the server's own. */
export async function insertCrowd(
  dataDir: string,
  size: { taxpayers: number; agents: number },
): Promise<{ taxpayers: CrowdMember[]; agents: CrowdMember[] }> {
  mkdirSync(dataDir, { recursive: true })
  const taxpayers = numbered('crowd-t', size.taxpayers)
  const agents = numbered('crowd-a', size.agents)
  const passwordHash = await hashPassword(CROWD_PASSWORD)
  const database = await openDatabase(join(dataDir, 'zhengna.db'))
  const common = { password_hash: passwordHash, office_id: office, presence: 'busy' as const }
  const rows = [
    ...taxpayers.map((account, index) => ({
      ...common,
      id: account as PersonId,
      account,
      role: 'taxpayer' as const,
      name: `纳税人${index + 1}`,
      taxpayer: JSON.stringify({
        taxpayerNumber: `9100000000000${index + 10_000}`,
        audiences: ['enterprise'],
        industry: null,
        phone: null,
      }),
      agent_number: null,
      agent_skill_groups: null,
      agent_capacity: null,
    })),
    ...agents.map((account, index) => ({
      ...common,
      id: account as PersonId,
      account,
      role: 'agent' as const,
      name: `坐席${index + 1}`,
      taxpayer: null,
      agent_number: String(5_000 + index),
      agent_skill_groups: JSON.stringify([group]),
      agent_capacity: 1,
    })),
  ]
  await database.write(async (trx) => {
    await trx.insertInto('offices').values({ id: office, name: '演练税务局' }).execute()
    await trx
      .insertInto('skill_groups')
      .values({ id: group, name: '综合服务' })
      .onConflict((c) => c.doNothing())
      .execute()
    for (let start = 0; start < rows.length; start += 500)
      await trx
        .insertInto('people')
        .values(rows.slice(start, start + 500))
        .execute()
    const sessions = rows.map(({ id }) => ({
      id: crowdSession(id),
      person_id: id,
      refresh_hash: `none-${id}`,
      used_hash: null,
      used_at: null,
      replayed_hash: null,
      expires_at: Number.MAX_SAFE_INTEGER,
    }))
    for (let start = 0; start < sessions.length; start += 500)
      await trx
        .insertInto('sessions')
        .values(sessions.slice(start, start + 500))
        .execute()
  })
  await database.close()
  return {
    taxpayers: taxpayers.map((account) => ({ account, edition: 'taxpayer' })),
    agents: agents.map((account) => ({ account, edition: 'console' })),
  }
}
