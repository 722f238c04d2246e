// People and offices, read from the register.
import type { Selectable } from 'kysely'
import { maskNumber, type Person, type TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'

export type PersonRow = Selectable<Schema['people']> & { office_name: string }

const select = (db: Reader) =>
  db.selectFrom('people').innerJoin('offices', 'offices.id', 'people.office_id').selectAll('people').select('offices.name as office_name')

export const findPerson = (db: Reader, id: PersonId): Promise<PersonRow | undefined> =>
  select(db).where('people.id', '=', id).executeTakeFirst()

export const findByAccount = (db: Reader, account: string): Promise<PersonRow | undefined> =>
  select(db).where('people.account', '=', account).executeTakeFirst()

export const findPeople = async (db: Reader, ids: readonly PersonId[]): Promise<PersonRow[]> =>
  ids.length === 0 ? [] : select(db).where('people.id', 'in', ids).execute()

/** By name. */
export const listOffices = (db: Reader): Promise<Selectable<Schema['offices']>[]> =>
  db.selectFrom('offices').selectAll().orderBy('name').orderBy('id').execute()

/** As its owner sees it. */
export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    role: row.role,
    name: row.name,
    officeId: row.office_id,
    officeName: row.office_name,
    taxpayer: row.taxpayer ? (JSON.parse(row.taxpayer) as TaxpayerProfile) : null,
    agent: row.agent_number
      ? { number: row.agent_number, skillGroups: JSON.parse(row.agent_skill_groups ?? '[]') as never, capacity: row.agent_capacity ?? 1 }
      : null,
  }
}

/** As officers see a taxpayer: number and telephone masked. */
export function toMaskedPerson(row: PersonRow): Person {
  const person = toPerson(row)
  if (!person.taxpayer) return person
  const { taxpayerNumber, phone } = person.taxpayer
  return { ...person, taxpayer: { ...person.taxpayer, taxpayerNumber: maskNumber(taxpayerNumber), phone: phone && maskNumber(phone) } }
}

export interface OfficeWithAgents {
  readonly id: OfficeId
  readonly name: string
  readonly agents: { readonly id: PersonId; readonly number: string; readonly name: string }[]
}

/** By name; their agents by number. */
export async function officesWithAgents(db: Reader): Promise<OfficeWithAgents[]> {
  const [offices, agents] = await Promise.all([
    db.selectFrom('offices').select(['id', 'name']).orderBy('name').execute(),
    db
      .selectFrom('people')
      .select(['id', 'name', 'office_id', 'agent_number'])
      .where('role', '=', 'agent')
      // Whoever cannot sign in can be given nothing.
      .where('disabled_at', 'is', null)
      .orderBy('agent_number')
      .execute(),
  ])
  return offices.map((office) => ({
    ...office,
    agents: agents
      .filter(({ office_id }) => office_id === office.id)
      .map(({ id, name, agent_number }) => ({ id, name, number: agent_number ?? '' })),
  }))
}
