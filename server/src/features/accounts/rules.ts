// What a change of an account must not do. Each is asked within the change's transaction; writers run one after the other.
import { sql } from 'kysely'
import { accountFault, type AccountFields } from '@zhengna/contract/domain/account.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import { findPerson, listOffices, type PersonRow } from '../people/index.ts'

/** A token outlives what its owner was by a moment: two administrators who disable each other must not both succeed. Errors: FORBIDDEN. */
export async function requireAdmin(trx: Writer, id: PersonId): Promise<void> {
  const admin = await findPerson(trx, id)
  if (admin?.role !== 'admin' || admin.disabled_at !== null) throw new DomainError('FORBIDDEN')
}

/** Before one ceases to be an administrator who can sign in. Errors: ACCOUNT_LAST_ADMIN. */
export async function requireOtherAdmin(trx: Writer, id: PersonId): Promise<void> {
  const other = await trx
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (!other) throw new DomainError('ACCOUNT_LAST_ADMIN')
}

/** Nobody may be left talking to somebody who is not there. Errors: ACCOUNT_BUSY. */
export async function requireNothingInHand(trx: Writer, { id, name }: PersonRow): Promise<void> {
  const [talks, calls] = await Promise.all([
    trx
      .selectFrom('conversations')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('agent_id', '=', id)
      .where('stage', '=', 'live')
      .executeTakeFirstOrThrow(),
    trx
      .selectFrom('ticket_calls')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('agent_id', '=', id)
      .where('outcome', 'is', null)
      .executeTakeFirstOrThrow(),
  ])
  const count = Number(talks.count) + Number(calls.count)
  if (count > 0) throw new DomainError('ACCOUNT_BUSY', { name, count })
}

/** Errors: ACCOUNT_INVALID, AGENT_NUMBER_TAKEN. */
export async function requireFitting(trx: Writer, id: PersonId, { role, officeId, agent }: AccountFields): Promise<void> {
  const fault = accountFault({ role, agent })
  if (fault) throw new DomainError('ACCOUNT_INVALID', { ...fault })
  if (!(await listOffices(trx)).some((office) => office.id === officeId))
    throw new DomainError('ACCOUNT_INVALID', { field: 'officeId', reason: '所选机构不存在，请重新选择。' })
  if (!agent) return
  const known = await trx.selectFrom('skill_groups').select('id').where('id', 'in', agent.skillGroups).execute()
  if (known.length !== new Set(agent.skillGroups).size)
    throw new DomainError('ACCOUNT_INVALID', { field: 'skillGroups', reason: '所选技能组不存在，请重新选择。' })
  const holder = await trx
    .selectFrom('people')
    .select('name')
    .where(sql<boolean>`people.role <> 'taxpayer'`)
    .where('agent_number', '=', agent.number)
    .where('id', '<>', id)
    .executeTakeFirst()
  // Also of one who is disabled: taxpayers know an officer by the number.
  if (holder) throw new DomainError('AGENT_NUMBER_TAKEN', { field: 'number', number: agent.number, name: holder.name })
}

/** Errors: ACCOUNT_TAKEN. */
export async function requireNewAccount(trx: Writer, account: string): Promise<void> {
  const taken = await trx
    .selectFrom('people')
    .select('account')
    .where((eb) => eb(eb.fn<string>('lower', ['account']), '=', account.toLowerCase()))
    .executeTakeFirst()
  if (taken) throw new DomainError('ACCOUNT_TAKEN', { field: 'account', account: taken.account })
}
