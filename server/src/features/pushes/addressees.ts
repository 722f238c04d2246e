// Who is addressed: the register's taxpayers page by page, in the order of their ids, held against the audience one by one. The rule
// itself is the contract's; the store only leaves out whom it can tell by an index or a column.
import type { PersonId, OfficeId } from '@zhengna/contract/ids.ts'
import type { TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import { isAddressed, type PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { Reader } from '../../platform/database/database.ts'
import { letOthersRun } from './turns.ts'

export interface Addressee {
  readonly id: PersonId
  readonly name: string
  readonly officeId: OfficeId
  readonly officeName: string
  readonly taxpayer: TaxpayerProfile | null
}

export interface AddresseePage {
  readonly people: readonly Addressee[]
  /** Everybody up to here was looked at. */
  readonly upTo: string
  readonly isLast: boolean
}

/** Looked at in one go: so long nothing else of this process runs. */
const PAGE = 500

/** Those after `after`, an id or ''. */
export async function addresseesAfter(db: Reader, audience: PushAudience, after: string): Promise<AddresseePage> {
  let query = db
    .selectFrom('people')
    .innerJoin('offices', 'offices.id', 'people.office_id')
    .select(['people.id', 'people.name', 'people.office_id', 'people.taxpayer', 'offices.name as office_name'])
    .where('people.role', '=', 'taxpayer')
    .where('people.id', '>', after as PersonId)
  if (audience.officeIds.length > 0) query = query.where('people.office_id', 'in', audience.officeIds)
  if (audience.tags.length > 0)
    query = query.where('people.id', 'in', db.selectFrom('taxpayer_tags').select('person_id').where('tag', 'in', audience.tags))
  const rows = await query.orderBy('people.id').limit(PAGE).execute()
  const people = rows
    .map(({ id, name, office_id, office_name, taxpayer }) => ({
      id,
      name,
      officeId: office_id,
      officeName: office_name,
      taxpayer: taxpayer === null ? null : (JSON.parse(taxpayer) as TaxpayerProfile),
    }))
    // Tags were asked of the store.
    .filter(({ officeId, taxpayer }) => isAddressed(audience, { profile: taxpayer, officeId, tags: audience.tags }))
  return { people, upTo: rows.at(-1)?.id ?? after, isLast: rows.length < PAGE }
}

/** Page after page. Others get their turn between two of them. */
export async function* allAddressees(db: Reader, audience: PushAudience): AsyncGenerator<readonly Addressee[]> {
  for (let [after, isLast] = ['', false]; !isLast;) {
    const page = await addresseesAfter(db, audience, after)
    yield page.people
    ;[after, isLast] = [page.upTo, page.isLast]
    await letOthersRun()
  }
}

export async function countAddressees(db: Reader, audience: PushAudience): Promise<number> {
  let count = 0
  for await (const people of allAddressees(db, audience)) count += people.length
  return count
}
