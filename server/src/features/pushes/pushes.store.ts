// Pushes as rows.
import type { Insertable, Selectable } from 'kysely'
import type { PushEvent, PushState } from '@zhengna/contract/domain/push.ts'
import type { OfficeId, PersonId, PushId } from '@zhengna/contract/ids.ts'
import { containing } from '../../platform/database/containing.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { PushTable } from '../../platform/database/schema.ts'

export type PushRow = Selectable<PushTable>
export type NamedPushRow = PushRow & { readonly creator: string }

export interface PushRange {
  /** null: of all offices. */
  readonly officeId: OfficeId | null
  readonly state?: PushState | undefined
  /** In part. */
  readonly title?: string | undefined
  readonly offset: number
  readonly limit: number
}

const named = (db: Reader) =>
  db.selectFrom('pushes').innerJoin('people', 'people.id', 'pushes.created_by').selectAll('pushes').select('people.name as creator')

/** The latest change first; and how many there are in all. */
export async function selectPushes(
  db: Reader,
  { officeId, state, title, offset, limit }: PushRange,
): Promise<{ rows: NamedPushRow[]; total: number }> {
  let found = named(db)
  if (officeId) found = found.where('pushes.office_id', '=', officeId)
  if (state) found = found.where('pushes.state', '=', state)
  if (title?.trim()) found = found.where(containing('pushes.title', title.trim()))
  const [rows, { total }] = await Promise.all([
    found.orderBy('pushes.changed_at', 'desc').orderBy('pushes.id', 'desc').offset(offset).limit(limit).execute(),
    found
      .clearSelect()
      .select((eb) => eb.fn.countAll<number | string>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

export const findPush = (db: Reader, id: PushId): Promise<NamedPushRow | undefined> =>
  named(db).where('pushes.id', '=', id).executeTakeFirst()

export async function insertPush(trx: Writer, row: Insertable<PushTable>): Promise<void> {
  await trx.insertInto('pushes').values(row).execute()
}

/** Changes a row that is still as it was read; false where somebody else was faster. */
export async function changePush(
  trx: Writer,
  { id, lock }: Pick<PushRow, 'id' | 'lock'>,
  change: Partial<Omit<PushRow, 'id' | 'lock'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('pushes')
    .set({ ...change, lock: lock + 1 })
    .where('id', '=', id)
    .where('lock', '=', lock)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Goes on to `to`, where sending stands at `from` and was not stopped; false where it does not. */
export async function moveCursor(trx: Writer, id: PushId, { from, to }: { from: string; to: string }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('pushes')
    .set({ cursor: to })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('cursor', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function addTold(trx: Writer, id: PushId, told: number): Promise<void> {
  await trx
    .updateTable('pushes')
    .set((eb) => ({ told: eb('told', '+', told) }))
    .where('id', '=', id)
    .execute()
}

/** One more of those who were told has opened it. */
export async function addRead(trx: Writer, id: PushId): Promise<void> {
  await trx
    .updateTable('pushes')
    .set((eb) => ({ read: eb('read', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Their time has come; the longest due first. */
export const duePushes = (db: Reader, now: number): Promise<PushRow[]> =>
  db
    .selectFrom('pushes')
    .selectAll()
    .where('state', '=', 'scheduled')
    .where('send_at', '<=', now)
    .orderBy('send_at')
    .orderBy('id')
    .execute()

export const sendingPushes = (db: Reader): Promise<PushRow[]> =>
  db.selectFrom('pushes').selectAll().where('state', '=', 'sending').orderBy('sent_at').orderBy('id').execute()

export const withdrawingPushes = (db: Reader): Promise<PushRow[]> =>
  db.selectFrom('pushes').selectAll().where('state', '=', 'withdrawn').where('is_withdrawing', '=', 1).orderBy('id').execute()

export async function addPushStep(
  trx: Writer,
  pushId: PushId,
  { at, event, by, text }: { at: number; event: PushEvent; by: PersonId | null; text: string },
): Promise<void> {
  await trx.insertInto('push_steps').values({ push_id: pushId, at, event, by_id: by, text }).execute()
}

export const stepsOf = (db: Reader, id: PushId) =>
  db
    .selectFrom('push_steps')
    .leftJoin('people', 'people.id', 'push_steps.by_id')
    .select(['push_steps.at', 'push_steps.event', 'push_steps.text', 'people.name as by'])
    .where('push_steps.push_id', '=', id)
    .orderBy('push_steps.position')
    .execute()
