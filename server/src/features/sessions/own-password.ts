// The password that somebody sets for themselves.
import { passwordFault } from '@zhengna/contract/domain/password.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import { hashPassword } from '../../platform/auth/passwords.ts'
import type { Writer } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findPerson, type PersonRow } from '../people/index.ts'

/** Its hash. `current`: the one it takes the place of. Errors: PASSWORD_INVALID. */
export async function hashOwn({ account }: PersonRow, current: string, chosen: string): Promise<string> {
  const reason = chosen === current ? '不能与原密码相同。' : passwordFault(chosen, account)
  if (reason !== null) throw new DomainError('PASSWORD_INVALID', { reason })
  return hashPassword(chosen)
}

/** `proven`: as they were when they proved who they are. Errors: CREDENTIALS_WRONG where an administrator was faster. */
export async function setOwn(trx: Writer, proven: PersonRow, hash: string, now: number): Promise<void> {
  const person = await findPerson(trx, proven.id)
  if (person?.password_hash !== proven.password_hash || person.disabled_at !== null) throw new DomainError('CREDENTIALS_WRONG')
  await trx.updateTable('people').set({ password_hash: hash, must_change_password: 0 }).where('id', '=', person.id).execute()
  await recordAudit(trx, { at: now, kind: 'password', by: person.id, subject: person.account })
}
