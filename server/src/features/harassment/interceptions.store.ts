// Interceptions as rows, and what of them counts for somebody now.
import type { Insertable, Selectable } from 'kysely'
import { windowMaxSeconds } from '@zhengna/contract/domain/harassment.ts'
import type { InterceptionState } from '@zhengna/contract/domain/interception.ts'
import type { InterceptionId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { InterceptionStepTable, InterceptionTable } from '../../platform/database/schema.ts'

export type InterceptionRow = Selectable<InterceptionTable>
export type InterceptionStepRow = Selectable<InterceptionStepTable>
export type Standing = Pick<InterceptionRow, 'person_id' | 'number' | 'at' | 'action' | 'until' | 'lifted_at'>

const STATEMENT_MAX = 5_000

export const standingsQuery = (db: Reader, personIds: readonly PersonId[], now: number) =>
  db
    .selectFrom('interceptions')
    .select(['person_id', 'number', 'at', 'action', 'until', 'lifted_at'])
    .where('person_id', 'in', personIds)
    .where((eb) => eb.or([eb('at', '>', now - windowMaxSeconds.interceptions * 1000), eb('until', '>', now)]))
    .orderBy('at')

/** The newest first. */
export const listQuery = (db: Reader, officeId: OfficeId, state: InterceptionState | undefined, now: number) => {
  const query = db.selectFrom('interceptions').where('office_id', '=', officeId)
  switch (state) {
    case undefined:
      return query
    case 'lifted':
      return query.where('lifted_at', 'is not', null)
    case 'active':
      return query.where('lifted_at', 'is', null).where('until', '>', now)
    case 'over':
      return query.where('lifted_at', 'is', null).where((eb) => eb.or([eb('until', 'is', null), eb('until', '<=', now)]))
  }
}

/** What may still count for these people: all that is not older than any rule looks back, and what still lasts. */
export async function selectStandings(db: Reader, personIds: readonly PersonId[], now: number): Promise<Standing[]> {
  const standings: Standing[] = []
  for (let start = 0; start < personIds.length; start += STATEMENT_MAX) {
    const rows = await standingsQuery(db, personIds.slice(start, start + STATEMENT_MAX), now).execute()
    standings.push(...rows)
  }
  return standings
}

export const insertInterception = (trx: Writer, row: Insertable<InterceptionTable>): Promise<unknown> =>
  trx.insertInto('interceptions').values(row).execute()

export const findInterception = (db: Reader, id: InterceptionId): Promise<InterceptionRow | undefined> =>
  db.selectFrom('interceptions').selectAll().where('id', '=', id).executeTakeFirst()

export const selectSteps = (db: Reader, id: InterceptionId): Promise<InterceptionStepRow[]> =>
  db.selectFrom('interception_steps').selectAll().where('interception_id', '=', id).orderBy('at').orderBy('id').execute()
