// Tags as rows, within an office or, with null, in all of them.
import type { TagCount } from '@zhengna/contract/domain/taxpayer-tag.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { taxpayerNumber } from '../../platform/database/taxpayer-number.ts'

/** The most used first. */
export async function tagsInUse(db: Reader, officeId: OfficeId | null): Promise<TagCount[]> {
  let query = db
    .selectFrom('taxpayer_tags')
    .select((eb) => ['tag', eb.fn.countAll<number | string>().as('count')])
    .groupBy('tag')
  if (officeId) query = query.where('person_id', 'in', db.selectFrom('people').select('id').where('office_id', '=', officeId))
  const rows = await query.orderBy('count', 'desc').orderBy('tag').execute()
  return rows.map(({ tag, count }) => ({ name: tag, count: Number(count) }))
}

export interface TaggedRow {
  readonly id: PersonId
  readonly name: string
  readonly taxpayer: string | null
  readonly office_name: string
}

/** By name. */
export async function selectTagged(
  db: Reader,
  tag: string,
  officeId: OfficeId | null,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: TaggedRow[]; total: number }> {
  let found = db
    .selectFrom('taxpayer_tags')
    .innerJoin('people', 'people.id', 'taxpayer_tags.person_id')
    .innerJoin('offices', 'offices.id', 'people.office_id')
    .where('taxpayer_tags.tag', '=', tag)
  if (officeId) found = found.where('people.office_id', '=', officeId)
  const [rows, { total }] = await Promise.all([
    found
      .select(['people.id', 'people.name', 'people.taxpayer', 'offices.name as office_name'])
      .orderBy('people.name')
      .orderBy('people.id')
      .offset(offset)
      .limit(limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

/** By the whole number; of one number there may be several people. */
export async function taxpayersByNumber(
  trx: Writer,
  numbers: readonly string[],
  officeId: OfficeId | null,
): Promise<{ id: PersonId; taxpayerNumber: string }[]> {
  const number = taxpayerNumber(trx)
  let query = trx
    .selectFrom('people')
    .select(['id', number.as('taxpayerNumber')])
    .where(number, 'in', numbers)
    .where('role', '=', 'taxpayer')
  if (officeId) query = query.where('office_id', '=', officeId)
  return query.execute()
}

export async function whoHave(db: Reader, tag: string, ids: readonly PersonId[]): Promise<Set<PersonId>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('taxpayer_tags').select('person_id').where('tag', '=', tag).where('person_id', 'in', ids).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

export async function addTag(trx: Writer, tag: string, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .insertInto('taxpayer_tags')
    .values(ids.map((id) => ({ person_id: id, tag })))
    .execute()
}

/** False where there was nothing to take. */
export async function removeTag(trx: Writer, tag: string, personId: PersonId, officeId: OfficeId | null): Promise<boolean> {
  let query = trx.deleteFrom('taxpayer_tags').where('tag', '=', tag).where('person_id', '=', personId)
  if (officeId) query = query.where('person_id', 'in', trx.selectFrom('people').select('id').where('office_id', '=', officeId))
  const { numDeletedRows } = await query.executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
