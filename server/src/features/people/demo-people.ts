// The demo people of an embedded, non-production store. Their password is printed in the README.
import type { Audience, Role } from '@zhengna/contract/domain/person.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import type { Database } from '../../platform/database/database.ts'

const DEMO_PASSWORD = 'Zhengna@2026'
const office = 'demo-office-1' as OfficeId

interface DemoPerson {
  account: string
  role: Role
  name: string
  taxpayer?: { taxpayerNumber: string; audiences: Audience[]; industry: string | null; phone: string | null }
  tags?: readonly string[]
  agent?: { number: string; skillGroups: string[]; capacity: number }
}

const people: readonly DemoPerson[] = [
  {
    account: 'nsr001',
    role: 'taxpayer',
    name: '演示商贸有限公司',
    taxpayer: {
      taxpayerNumber: '91000000MA00000018',
      audiences: ['enterprise', 'small-scale', 'withholding-agent'],
      industry: '批发和零售业',
      phone: '13800000001',
    },
    tags: ['重点服务企业', '数电发票'],
  },
  {
    account: 'nsr002',
    role: 'taxpayer',
    name: '演示自然人',
    taxpayer: { taxpayerNumber: '000000190001010027', audiences: ['person'], industry: null, phone: '13800000002' },
    tags: ['个税汇算'],
  },
  {
    account: 'zx001',
    role: 'agent',
    name: '演示坐席一',
    agent: { number: '1001', skillGroups: ['general', 'invoice', 'income-tax', 'social-insurance'], capacity: 5 },
  },
  { account: 'zx002', role: 'agent', name: '演示坐席二', agent: { number: '1002', skillGroups: ['general'], capacity: 5 } },
  {
    account: 'bz001',
    role: 'supervisor',
    name: '演示班长',
    agent: { number: '1000', skillGroups: ['general', 'invoice', 'income-tax', 'social-insurance'], capacity: 5 },
  },
  { account: 'zs001', role: 'editor', name: '演示知识维护员' },
  // Whoever writes an article is not who lets it pass.
  { account: 'zs002', role: 'editor', name: '演示知识维护员二' },
  { account: 'admin001', role: 'admin', name: '演示系统管理员' },
]

const skillGroups: readonly { id: string; name: string }[] = [
  { id: 'general', name: '综合服务' },
  { id: 'invoice', name: '发票' },
  { id: 'income-tax', name: '个税' },
  { id: 'social-insurance', name: '社保' },
]

/** True where somebody of the demo is in the register: their password is public. */
export async function hasDemoPeople(database: Database): Promise<boolean> {
  const accounts = people.map(({ account }) => account)
  const found = await database.reader
    .selectFrom('people')
    .select('id')
    .where('account', 'in', accounts)
    .where('office_id', '=', office)
    .executeTakeFirst()
  return found !== undefined
}

/** Adds who is missing; touches nobody who is there. */
export async function seedDemoPeople(database: Database): Promise<void> {
  const known = await database.reader.selectFrom('people').select('account').execute()
  const missing = people.filter((person) => !known.some(({ account }) => account === person.account))
  if (missing.length === 0) return
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await database.write(async (trx) => {
    const ignore = {
      offices: [{ id: office, name: '国家税务总局演示市税务局' }],
      groups: skillGroups.map((g) => ({ id: g.id as SkillGroupId, name: g.name })),
    }
    await trx
      .insertInto('offices')
      .values(ignore.offices)
      .onConflict((c) => c.doNothing())
      .execute()
    await trx
      .insertInto('skill_groups')
      .values(ignore.groups)
      .onConflict((c) => c.doNothing())
      .execute()
    await trx
      .insertInto('people')
      .values(
        missing.map(({ account, role, name, taxpayer, agent }) => ({
          id: account as PersonId,
          account,
          password_hash: passwordHash,
          role,
          name,
          office_id: office,
          taxpayer: taxpayer ? JSON.stringify(taxpayer) : null,
          agent_number: agent?.number ?? null,
          agent_skill_groups: agent ? JSON.stringify(agent.skillGroups) : null,
          agent_capacity: agent?.capacity ?? null,
          presence: 'busy' as const,
        })),
      )
      // Another server that starts at the same time adds them too.
      .onConflict((c) => c.doNothing())
      .execute()
    const tags = missing.flatMap((person) => (person.tags ?? []).map((tag) => ({ person_id: person.account as PersonId, tag })))
    if (tags.length === 0) return
    await trx
      .insertInto('taxpayer_tags')
      .values(tags)
      .onConflict((c) => c.doNothing())
      .execute()
  })
}
