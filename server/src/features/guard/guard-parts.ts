// What the administrators' desk of sensitive words is made of, and the step every change ends with.
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Writer } from '../../platform/database/database.ts'
import type { Knowledge } from '../knowledge/index.ts'
import { recordGuardChange } from './guard-change.ts'
import type { GuardHolder } from './guard-holder.ts'

export interface GuardParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly holder: GuardHolder
  readonly knowledge: Pick<Knowledge, 'snapshot'>
}

export type Admin = Pick<Caller, 'personId'>

/** One transaction of the desk; what it changed is in force here when it resolves. */
export async function changeGuard<T>({ database, bus, holder }: GuardParts, work: (trx: Writer) => Promise<T>): Promise<T> {
  const value = await database.write(async (trx, after) => {
    const result = await work(trx)
    await recordGuardChange({ trx, after, bus })
    return result
  })
  await holder.refresh()
  return value
}
