// The one way an entry is written: within the transaction of what it tells of, so that neither is stored without the other.
import { maskName } from '@zhengna/contract/domain/person.ts'
import type { AuditKind } from '@zhengna/contract/domain/audit.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import { findPerson } from '../people/index.ts'
import { entryHash } from './chain.ts'

export interface AuditRecord {
  readonly at: number
  readonly kind: AuditKind
  /** null: the system, or somebody whom the register does not know. */
  readonly by: PersonId | null
  /** What was typed where `by` is null; stored shortened. */
  readonly account?: string
  /** What it was done to, in the words an administrator knows it by. */
  readonly subject: string
  readonly before?: string
  readonly after?: string
}

const TEXT_MAX = 500
const short = (text: string): string => (text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX).toWellFormed()}…` : text)

/** Writers run one after the other, in all processes: the entry before this one is the last. */
export async function recordAudit(
  trx: Writer,
  { at, kind, by, account = '', subject, before = '', after = '' }: AuditRecord,
): Promise<void> {
  const person = by === null ? undefined : await findPerson(trx, by)
  const last = await trx.selectFrom('audit_entries').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at,
    kind,
    person_id: by,
    name: person?.name ?? '',
    account: person?.account ?? (account && maskName(account)),
    office_name: person?.office_name ?? '',
    subject: short(subject),
    before: short(before),
    after: short(after),
    previous: last?.hash ?? '',
  }
  await trx
    .insertInto('audit_entries')
    .values({ ...entry, hash: entryHash(entry) })
    .execute()
}
