// Puts offices and people into a running test server's register, beside the demo people; their password is the demo one.
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { openDatabase, type Writer } from '../../server/src/platform/database/database.ts'
import type { Schema } from '../../server/src/platform/database/schema.ts'
import type { Insertable } from 'kysely'
import { storeOf } from './store-place.ts'

type PersonRow = Insertable<Schema['people']>

/** Works on the server's own store through a connection of its own. */
export async function withStore<T>(dataDir: string, work: (trx: Writer) => Promise<T>): Promise<T> {
  const database = await openDatabase(await storeOf(dataDir))
  try {
    return await database.write(work)
  } finally {
    await database.close()
  }
}

const demoOffice = 'demo-office-1' as OfficeId

export async function addOffice(trx: Writer, id: string): Promise<OfficeId> {
  await trx
    .insertInto('offices')
    .values({ id: id as OfficeId, name: `税务局 ${id}` })
    .execute()
  return id as OfficeId
}

/** A copy of a demo person under another account, with the differences given. */
async function addLike(trx: Writer, model: string, account: string, change: Partial<PersonRow>): Promise<PersonId> {
  const row = await trx
    .selectFrom('people')
    .selectAll()
    .where('id', '=', model as PersonId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('people')
    .values({ ...row, id: account as PersonId, account, ...change })
    .execute()
  return account as PersonId
}

/** Accounts must begin with nsr. */
export const addTaxpayer = (trx: Writer, account: string, officeId: OfficeId = demoOffice): Promise<PersonId> =>
  addLike(trx, 'nsr002', account, { office_id: officeId, name: `纳税人 ${account}` })

/** Many at once, in one statement: `prefix` and a number. */
export async function addTaxpayers(trx: Writer, prefix: string, count: number, officeId: OfficeId): Promise<PersonId[]> {
  const row = await trx.selectFrom('people').selectAll().where('account', '=', 'nsr002').executeTakeFirstOrThrow()
  const ids = Array.from({ length: count }, (_, number) => `${prefix}${String(number).padStart(3, '0')}` as PersonId)
  await trx
    .insertInto('people')
    .values(ids.map((id) => ({ ...row, id, account: id, office_id: officeId, name: `纳税人 ${id}` })))
    .execute()
  return ids
}

export interface AgentOptions {
  readonly officeId?: OfficeId
  readonly groups?: readonly string[]
  readonly capacity?: number
}

/** Accounts must begin with zx. */
export const addAgent = (
  trx: Writer,
  account: string,
  { officeId = demoOffice, groups = ['general'], capacity = 5 }: AgentOptions = {},
): Promise<PersonId> =>
  addLike(trx, 'zx001', account, {
    office_id: officeId,
    agent_number: account.replace(/\D/g, ''),
    agent_skill_groups: JSON.stringify(groups),
    agent_capacity: capacity,
  })

/** Accounts must begin with bz. */
export const addSupervisor = (trx: Writer, account: string, officeId: OfficeId): Promise<PersonId> =>
  addLike(trx, 'bz001', account, { office_id: officeId, agent_number: account.replace(/\D/g, '') })
