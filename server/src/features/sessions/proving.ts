// That somebody is who they say: by account and password.
import { DomainError } from '@zhengna/contract/errors.ts'
import { editionOf, type Edition } from '@zhengna/contract/domain/person.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { passwordMatches } from '../../platform/auth/passwords.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findByAccount, findPerson, type PersonRow } from '../people/index.ts'
import { countTry, forgetTries } from './lock-out.ts'

export interface Tried {
  readonly account: string
  readonly password: string
  readonly edition: Edition
  readonly address: string
}

export interface Proving {
  /** Errors: CREDENTIALS_WRONG, LOGIN_THROTTLED, EDITION_FORBIDDEN, ACCOUNT_DISABLED. */
  prove(tried: Tried): Promise<PersonRow>
  /** Of somebody who is signed in. Errors: PASSWORD_WRONG, LOGIN_THROTTLED. */
  proveAgain(personId: PersonId, password: string): Promise<PersonRow>
}

export function createProving({ database, clock }: { readonly database: Database; readonly clock: Clock }): Proving {
  /** 审计日志 has the tries at the console; those of taxpayers are theirs. */
  const noteFailure = async ({ account, edition, address }: Tried, reason: string): Promise<void> => {
    if (edition !== 'console') return
    await database.write(async (trx) => {
      const known = await findByAccount(trx, account)
      await recordAudit(trx, { at: clock.now(), kind: 'sign-in-failed', by: known?.id ?? null, account, subject: address, after: reason })
    })
  }

  return {
    async prove(tried) {
      const { account, password, edition } = tried
      try {
        await countTry(database, account, clock.now())
      } catch (error) {
        if (error instanceof DomainError) await noteFailure(tried, '密码错误次数过多，暂停登录')
        throw error
      }
      const person = await findByAccount(database.reader, account)
      const matches = await passwordMatches(person?.password_hash ?? null, password)
      if (!person || !matches) {
        await noteFailure(tried, person ? '密码错误' : '账号不存在')
        throw new DomainError('CREDENTIALS_WRONG')
      }
      await database.write((trx) => forgetTries(trx, account))
      if (editionOf(person.role) !== edition) {
        await noteFailure(tried, '不能使用坐席端')
        throw new DomainError('EDITION_FORBIDDEN')
      }
      // Said to whoever knows the password alone.
      if (person.disabled_at !== null) {
        await noteFailure(tried, '账号已停用')
        throw new DomainError('ACCOUNT_DISABLED')
      }
      return person
    },

    async proveAgain(personId, password) {
      const person = await findPerson(database.reader, personId)
      if (!person) throw new DomainError('AUTH_REQUIRED')
      await countTry(database, person.account, clock.now())
      if (!(await passwordMatches(person.password_hash, password))) throw new DomainError('PASSWORD_WRONG')
      await database.write((trx) => forgetTries(trx, person.account))
      return person
    },
  }
}
