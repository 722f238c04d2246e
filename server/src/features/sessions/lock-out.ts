// Five wrong passwords for an account close it for fifteen minutes, whether it exists or not.
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Database, Reader, Writer } from '../../platform/database/database.ts'

const FAILURES_ALLOWED = 5
const FAILURE_WINDOW_MS = 15 * 60_000

/** Counts the try before the password is looked at: a crowd of guesses at the same moment is counted too. Errors: LOGIN_THROTTLED. */
export const countTry = (database: Database, account: string, now: number): Promise<void> =>
  database.write(async (trx) => {
    const since = now - FAILURE_WINDOW_MS
    await trx.deleteFrom('sign_in_failures').where('at', '<=', since).execute()
    const tries = await trx.selectFrom('sign_in_failures').select('at').where('account', '=', account).orderBy('at').execute()
    const first = tries[0]
    if (tries.length >= FAILURES_ALLOWED && first) {
      throw new DomainError('LOGIN_THROTTLED', { minutes: Math.ceil((first.at + FAILURE_WINDOW_MS - now) / 60_000) })
    }
    await trx.insertInto('sign_in_failures').values({ account, at: now }).execute()
  })

export const forgetTries = (trx: Writer, account: string): Promise<unknown> =>
  trx.deleteFrom('sign_in_failures').where('account', '=', account).execute()

/** The accounts that are closed. */
export const lockedAccounts = (db: Reader, now: number) =>
  db
    .selectFrom('sign_in_failures')
    .select('sign_in_failures.account')
    .where('sign_in_failures.at', '>', now - FAILURE_WINDOW_MS)
    .groupBy('sign_in_failures.account')
    .having((eb) => eb(eb.fn.countAll(), '>=', FAILURES_ALLOWED))
