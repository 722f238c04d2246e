// Officers as rows of the register.
import { sql, type Expression, type SqlBool } from 'kysely'
import type { Account, AccountState, OfficerRole } from '@zhengna/contract/domain/account.ts'
import type { OfficeId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { containing } from '../../platform/database/containing.ts'
import type { Reader } from '../../platform/database/database.ts'
import { toPerson, type PersonRow } from '../people/index.ts'
import { lockedAccounts } from '../sessions/index.ts'

export interface AccountFilter {
  /** In part of a name, an account or a number. */
  readonly text?: string | undefined
  readonly role?: OfficerRole | undefined
  readonly officeId?: OfficeId | undefined
  readonly skillGroup?: SkillGroupId | undefined
  readonly state?: AccountState | undefined
}

export type OfficerRow = PersonRow & { is_locked: number | boolean }

/** In the words of the index over officers: said by a parameter, SQLite would not see that it is the same. */
const isOfficer = sql<boolean>`people.role <> 'taxpayer'`

export function matchingOfficers(db: Reader, now: number, { text = '', role, officeId, skillGroup, state }: AccountFilter) {
  let found = db.selectFrom('people').innerJoin('offices', 'offices.id', 'people.office_id').where(isOfficer)
  const looked = text.trim()
  if (looked)
    found = found.where((eb) => eb.or(['name', 'account', 'agent_number'].map((column) => containing(`people.${column}`, looked))))
  if (role) found = found.where('people.role', '=', role)
  if (officeId) found = found.where('people.office_id', '=', officeId)
  if (skillGroup) found = found.where(containing('people.agent_skill_groups', JSON.stringify(skillGroup)))
  if (state) found = found.where(isIn(db, now, state))
  return found
}

const isLocked = (db: Reader, now: number): Expression<SqlBool> => sql<boolean>`people.account in (${lockedAccounts(db, now)})`
const isEnabled = sql<boolean>`people.disabled_at is null`

function isIn(db: Reader, now: number, state: AccountState): Expression<SqlBool> {
  if (state === 'disabled') return sql<boolean>`people.disabled_at is not null`
  if (state === 'locked') return sql<boolean>`${isEnabled} and ${isLocked(db, now)}`
  return sql<boolean>`${isEnabled} and not ${isLocked(db, now)} and people.must_change_password = ${state === 'unclaimed' ? 1 : 0}`
}

/** By account. */
export const officers = (db: Reader, now: number, filter: AccountFilter) =>
  matchingOfficers(db, now, filter)
    .selectAll('people')
    .select('offices.name as office_name')
    .select(sql<number | boolean>`${isLocked(db, now)}`.as('is_locked'))
    .orderBy('people.account')

export const findOfficer = (db: Reader, now: number, id: PersonId): Promise<OfficerRow | undefined> =>
  officers(db, now, {}).where('people.id', '=', id).executeTakeFirst()

const stateOf = ({ disabled_at, is_locked, must_change_password }: OfficerRow): AccountState => {
  if (disabled_at !== null) return 'disabled'
  if (is_locked) return 'locked'
  return must_change_password !== 0 ? 'unclaimed' : 'active'
}

export function toAccount(row: OfficerRow): Account {
  const { id, name, officeId, officeName, agent } = toPerson(row)
  // The query asks for no taxpayer.
  const role = row.role as OfficerRole
  const { account, signed_in_at: signedInAt, account_revision: revision } = row
  return { id, account, name, role, officeId, officeName, agent, state: stateOf(row), signedInAt, revision }
}
