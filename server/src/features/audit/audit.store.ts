// Entries as rows.
import type { AuditEntry, AuditKind } from '@zhengna/contract/domain/audit.ts'
import { dayRange } from '../../platform/clock.ts'
import { containing } from '../../platform/database/containing.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { AuditRow } from './chain.ts'

export interface AuditFilter {
  readonly kind?: AuditKind | undefined
  /** In part of a name or account. */
  readonly person?: string | undefined
  /** In part of what was changed. */
  readonly text?: string | undefined
  /** Days in Beijing, both inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export function matchingEntries(db: Reader, { kind, person = '', text = '', from, to }: AuditFilter) {
  let found = db.selectFrom('audit_entries')
  if (kind) found = found.where('kind', '=', kind)
  const range = dayRange({ from, to })
  if (range.from !== undefined) found = found.where('at', '>=', range.from)
  if (range.before !== undefined) found = found.where('at', '<', range.before)
  const [who, what] = [person.trim(), text.trim()]
  if (who) found = found.where((eb) => eb.or(['name', 'account'].map((column) => containing(`audit_entries.${column}`, who))))
  if (what) found = found.where((eb) => eb.or(['subject', 'before', 'after'].map((column) => containing(`audit_entries.${column}`, what))))
  return found
}

/** The newest first. Of some days by their moments: ordered by `seq`, a store may walk back from today to get there. */
export function pageOfEntries(db: Reader, filter: AuditFilter, { offset, limit }: { offset: number; limit: number }) {
  let page = matchingEntries(db, filter).selectAll()
  if (filter.from || filter.to) page = page.orderBy('at', 'desc')
  return page.orderBy('seq', 'desc').offset(offset).limit(limit)
}

export const entriesAfter = (db: Reader, seq: number, limit: number) =>
  db.selectFrom('audit_entries').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit)

export const toAuditEntry = ({ seq, at, kind, name, account, office_name, subject, before, after }: AuditRow): AuditEntry => ({
  seq,
  at,
  kind,
  name,
  account,
  officeName: office_name,
  subject,
  before,
  after,
})
