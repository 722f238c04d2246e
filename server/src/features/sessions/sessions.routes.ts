import { DomainError } from '@zhengna/contract/errors.ts'
import * as contract from '@zhengna/contract/http/sessions.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Implement } from '../../platform/http/implement.ts'
import { findPerson, toPerson } from '../people/index.ts'
import type { Sessions } from './sessions.service.ts'

export function registerSessionRoutes(implement: Implement, sessions: Sessions, database: Database, signInsPerMinute: number): void {
  const limited = { perMinutePerAddress: signInsPerMinute }
  implement(contract.signIn, ({ body, address }) => sessions.signIn({ ...body, address }), limited)
  implement(
    contract.claimAccount,
    ({ body: { newPassword, ...tried }, address }) => sessions.claim({ ...tried, address }, newPassword),
    limited,
  )
  implement(contract.changePassword, async ({ caller, body }) => {
    await sessions.changePassword(caller, body.password, body.newPassword)
    return {}
  })
  implement(contract.renewSession, ({ body }) => sessions.renew(body.refreshToken))
  implement(contract.signOut, async ({ caller }) => {
    await sessions.end(caller.sessionId)
    return {}
  })
  implement(contract.whoAmI, async ({ caller }) => {
    const person = await findPerson(database.reader, caller.personId)
    if (!person) throw new DomainError('AUTH_REQUIRED')
    return toPerson(person)
  })
}
