// A push as its office sees it.
import type { Push, PushLink, PushSummary } from '@zhengna/contract/domain/push-record.ts'
import type { PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { Reader } from '../../platform/database/database.ts'
import { stepsOf, type NamedPushRow, type PushRow } from './pushes.store.ts'

export const linkOf = ({ link }: Pick<PushRow, 'link'>): PushLink | null => (link === null ? null : (JSON.parse(link) as PushLink))
export const audienceOf = ({ audience }: Pick<PushRow, 'audience'>): PushAudience => JSON.parse(audience) as PushAudience

export const toPushSummary = (row: NamedPushRow): PushSummary => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  title: row.title,
  officeId: row.office_id,
  createdBy: row.creator,
  changedAt: row.changed_at,
  sendAt: row.send_at,
  sentAt: row.sent_at,
  // Whoever came into the register while it went out was told too.
  addressed: Math.max(row.addressed, row.told),
  told: row.told,
  read: row.read,
})

export const toPush = async (db: Reader, row: NamedPushRow): Promise<Push> => ({
  ...toPushSummary(row),
  text: row.text,
  link: linkOf(row),
  audience: audienceOf(row),
  lock: row.lock,
  isWithdrawing: row.is_withdrawing === 1,
  steps: await stepsOf(db, row.id),
})
