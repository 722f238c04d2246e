// Who changed what of the service hours when: written in the transaction of the change itself.
import type { CalendarChange } from '@zhengna/contract/domain/calendar.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'

export interface NotedChange {
  readonly at: number
  readonly by: PersonId
  /** null: of all offices. */
  readonly officeId: OfficeId | null
  readonly what: string
  readonly before: string
  readonly after: string
}

/** What came out as it was is no change. */
export async function noteChange(trx: Writer, { at, by, officeId, what, before, after }: NotedChange): Promise<void> {
  if (before === after) return
  await trx.insertInto('calendar_changes').values({ at, changed_by: by, office_id: officeId, what, before, after }).execute()
  const office = officeId && (await trx.selectFrom('offices').select('name').where('id', '=', officeId).executeTakeFirst())
  await recordAudit(trx, { at, kind: 'calendar', by, subject: office ? `${office.name}：${what}` : what, before, after })
}

/** `officeId`: of that office, and of all of them together; null: everything. */
export async function pageOfChanges(
  db: Reader,
  officeId: OfficeId | null,
  page: number,
  pageSize: number,
): Promise<{ items: CalendarChange[]; total: number }> {
  const concerned = db
    .selectFrom('calendar_changes')
    .$if(officeId !== null, (query) =>
      query.where((eb) => eb.or([eb('calendar_changes.office_id', '=', officeId), eb('calendar_changes.office_id', 'is', null)])),
    )
  const rows = await concerned
    .leftJoin('people', 'people.id', 'calendar_changes.changed_by')
    .leftJoin('offices', 'offices.id', 'calendar_changes.office_id')
    .select(['at', 'changed_by', 'people.name as name', 'offices.name as office_name', 'what', 'before', 'after'])
    .orderBy('position', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await concerned.select(({ fn }) => fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow()
  const items = rows.map(({ at, changed_by, name, office_name, what, before, after }) => ({
    at,
    by: name ?? changed_by,
    officeName: office_name,
    what,
    before,
    after,
  }))
  return { items, total: Number(total) }
}
