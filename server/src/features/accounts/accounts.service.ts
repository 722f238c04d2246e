// 账号: administrators keep who the officers are. Every change is in 审计日志, in its own transaction; nobody changes what they are themselves.
import { uuidv7 } from 'uuidv7'
import type { Account, AccountChoices, AccountFields } from '@zhengna/contract/domain/account.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Reader, Writer } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { listOffices } from '../people/index.ts'
import { endSessionsOf, forgetTries } from '../sessions/index.ts'
import { findOfficer, matchingOfficers, officers, toAccount, type AccountFilter, type OfficerRow } from './accounts.store.ts'
import { newFirstPassword } from './first-password.ts'
import { accountInWords, changeInWords, type AccountInWords } from './in-words.ts'
import { requireAdmin, requireFitting, requireNewAccount, requireNothingInHand, requireOtherAdmin } from './rules.ts'

type Admin = Pick<Caller, 'personId'>
/** `password`: shown once, kept nowhere. */
export interface GivenAccount {
  readonly account: Account
  readonly password: string
}

export interface Accounts {
  /** By account. */
  list(filter: AccountFilter & { readonly offset: number; readonly limit: number }): Promise<{ items: Account[]; total: number }>
  choices(): Promise<AccountChoices>
  /** Errors: ACCOUNT_INVALID, ACCOUNT_TAKEN, AGENT_NUMBER_TAKEN. */
  create(admin: Admin, account: string, fields: AccountFields): Promise<GivenAccount>
  /** Errors: ACCOUNT_NOT_FOUND, ACCOUNT_INVALID, AGENT_NUMBER_TAKEN, ACCOUNT_CHANGED_MEANWHILE, ACCOUNT_OWN, ACCOUNT_LAST_ADMIN, ACCOUNT_BUSY. */
  save(admin: Admin, id: PersonId, fields: AccountFields, revision: number): Promise<Account>
  /** Errors: ACCOUNT_NOT_FOUND, ACCOUNT_OWN, ACCOUNT_LAST_ADMIN, ACCOUNT_BUSY. */
  setDisabled(admin: Admin, id: PersonId, isDisabled: boolean): Promise<Account>
  /** Errors: ACCOUNT_NOT_FOUND, ACCOUNT_OWN. */
  resetPassword(admin: Admin, id: PersonId): Promise<GivenAccount>
  /** Errors: ACCOUNT_NOT_FOUND. */
  unlock(admin: Admin, id: PersonId): Promise<Account>
}

export interface AccountParts {
  readonly database: Database
  readonly clock: Clock
  readonly bus: Bus
}

export function createAccounts({ database, clock, bus }: AccountParts): Accounts {
  const { reader } = database

  interface Change {
    readonly trx: Writer
    readonly after: AfterCommit
    readonly now: number
    readonly row: OfficerRow
    /** Into 审计日志. */
    readonly note: (before: string, after: string) => Promise<void>
  }
  /** One change of one account by an administrator; returns the account as it is then. */
  const change = (admin: Admin, id: PersonId, work: (change: Change) => Promise<void>): Promise<Account> =>
    database.write(async (trx, after) => {
      const now = clock.now()
      await requireAdmin(trx, admin.personId)
      const row = await found(trx, now, id)
      const note: Change['note'] = (before, then) =>
        recordAudit(trx, { at: now, kind: 'account', by: admin.personId, subject: subjectOf(row), before, after: then })
      await work({ trx, after, now, row, note })
      return toAccount(await found(trx, now, id))
    })
  /** Boards and queues count agents: whoever shows them asks anew. */
  const tellOffice = ({ after }: Pick<Change, 'after'>, { id, office_id: officeId }: Pick<OfficerRow, 'id' | 'office_id'>): void =>
    after(() => bus.publish('presence.changed', { personId: id, officeId }))
  const endAll = ({ trx, after, now, row }: Change, why: string): Promise<void> => endSessionsOf({ trx, after, bus, now, why }, row.id)

  return {
    async list({ offset, limit, ...filter }) {
      const now = clock.now()
      const [rows, { total }] = await Promise.all([
        officers(reader, now, filter).offset(offset).limit(limit).execute(),
        matchingOfficers(reader, now, filter)
          .select((eb) => eb.fn.countAll<number | string>().as('total'))
          .executeTakeFirstOrThrow(),
      ])
      return { items: rows.map(toAccount), total: Number(total) }
    },

    async choices() {
      const [offices, skillGroups] = await Promise.all([listOffices(reader), skillGroupsOf(reader)])
      return { offices: offices.map(({ id, name }) => ({ id, name })), skillGroups }
    },

    async create(admin, account, fields) {
      const password = newFirstPassword()
      const passwordHash = await hashPassword(password)
      const id = `officer-${uuidv7()}` as PersonId
      return database.write(async (trx) => {
        const now = clock.now()
        await requireAdmin(trx, admin.personId)
        await requireNewAccount(trx, account)
        await requireFitting(trx, id, fields)
        await trx
          .insertInto('people')
          .values({
            id,
            account,
            password_hash: passwordHash,
            must_change_password: 1,
            taxpayer: null,
            presence: 'busy',
            ...columnsOf(fields),
          })
          .execute()
        const row = await found(trx, now, id)
        const after = `新增；${accountInWords({ ...fields, officeName: row.office_name }, await groupNames(trx))}`
        await recordAudit(trx, { at: now, kind: 'account', by: admin.personId, subject: subjectOf(row), after })
        return { account: toAccount(row), password }
      })
    },

    save: (admin, id, fields, revision) =>
      change(admin, id, async (changing) => {
        const { trx, row, note } = changing
        if (row.account_revision !== revision) throw new DomainError('ACCOUNT_CHANGED_MEANWHILE')
        const isMoved = row.role !== fields.role || row.office_id !== fields.officeId
        if (isMoved && id === admin.personId) throw new DomainError('ACCOUNT_OWN')
        if (row.role === 'admin' && fields.role !== 'admin') await requireOtherAdmin(trx, id)
        if (isMoved) await requireNothingInHand(trx, row)
        await requireFitting(trx, id, fields)
        const offices = await listOffices(trx)
        const is: AccountInWords = { ...fields, officeName: offices.find((office) => office.id === fields.officeId)?.name ?? '' }
        const words = changeInWords(toAccount(row), is, await groupNames(trx))
        if (!words) return
        await trx
          .updateTable('people')
          .set({ ...columnsOf(fields), account_revision: row.account_revision + 1 })
          .where('id', '=', id)
          .execute()
        await note(words.before, words.after)
        // What they may see is in their token.
        if (isMoved) await endAll(changing, '角色或机构变更，强制退出')
        tellOffice(changing, row)
        if (row.office_id !== fields.officeId) tellOffice(changing, { id, office_id: fields.officeId })
      }),

    setDisabled: (admin, id, isDisabled) =>
      change(admin, id, async (changing) => {
        const { trx, now, row, note } = changing
        if ((row.disabled_at !== null) === isDisabled) return
        if (id === admin.personId) throw new DomainError('ACCOUNT_OWN')
        if (isDisabled) {
          if (row.role === 'admin') await requireOtherAdmin(trx, id)
          await requireNothingInHand(trx, row)
        }
        await trx
          .updateTable('people')
          .set({ disabled_at: isDisabled ? now : null, account_revision: row.account_revision + 1 })
          .where('id', '=', id)
          .execute()
        await note(isDisabled ? '可以登录' : '已停用', isDisabled ? '停用' : '恢复使用')
        if (isDisabled) await endAll(changing, '账号停用，强制退出')
        tellOffice(changing, row)
      }),

    async resetPassword(admin, id) {
      if (id === admin.personId) throw new DomainError('ACCOUNT_OWN')
      const password = newFirstPassword()
      const passwordHash = await hashPassword(password)
      const account = await change(admin, id, async (changing) => {
        const { trx, row, note } = changing
        await trx
          .updateTable('people')
          .set({ password_hash: passwordHash, must_change_password: 1, account_revision: row.account_revision + 1 })
          .where('id', '=', id)
          .execute()
        await forgetTries(trx, row.account)
        await note('', '重置密码')
        await endAll(changing, '密码重置，强制退出')
      })
      return { account, password }
    },

    unlock: (admin, id) =>
      change(admin, id, async ({ trx, row, note }) => {
        if (!row.is_locked) return
        await forgetTries(trx, row.account)
        await note('已锁定', '解除锁定')
      }),
  }
}

const subjectOf = ({ account, name }: Pick<OfficerRow, 'account' | 'name'>): string => `${name}（${account}）`

const columnsOf = ({ name, role, officeId, agent }: AccountFields) => ({
  name: name.trim(),
  role,
  office_id: officeId,
  agent_number: agent?.number ?? null,
  agent_skill_groups: agent ? JSON.stringify(agent.skillGroups) : null,
  agent_capacity: agent?.capacity ?? null,
})

/** Errors: ACCOUNT_NOT_FOUND; a taxpayer is none. */
async function found(db: Reader, now: number, id: PersonId): Promise<OfficerRow> {
  const row = await findOfficer(db, now, id)
  if (!row) throw new DomainError('ACCOUNT_NOT_FOUND')
  return row
}

/** By name. */
const skillGroupsOf = (db: Reader) => db.selectFrom('skill_groups').select(['id', 'name']).orderBy('name').orderBy('id').execute()

async function groupNames(db: Reader): Promise<(id: SkillGroupId) => string> {
  const names = new Map((await skillGroupsOf(db)).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
