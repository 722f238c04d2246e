// A change of words or policy: numbered in the same transaction, told after it, so that whoever holds a compiled filter builds it anew.
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Reader, Writer } from '../../platform/database/database.ts'

export interface GuardChanging {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly bus: Bus
}

const REVISION = 'guard.revision'

/** 0 before the first change. */
export async function guardRevision(db: Reader): Promise<number> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', REVISION).executeTakeFirst()
  return Number(row?.value ?? 0)
}

export async function recordGuardChange({ trx, after, bus }: GuardChanging): Promise<void> {
  const revision = (await guardRevision(trx)) + 1
  await saveMark(trx, REVISION, String(revision))
  after(() => bus.publish('guard.changed', { revision }))
}

/** One value under one name. */
export async function saveMark(trx: Writer, name: string, value: string): Promise<void> {
  await trx
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
