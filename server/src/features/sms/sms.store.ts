// Text messages as rows.
import type { Selectable } from 'kysely'
import { smsText, type SmsMessage, type SmsState, type SmsValues } from '@zhengna/contract/domain/sms.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { SmsTable } from '../../platform/database/schema.ts'

export type SmsRow = Selectable<SmsTable>

export interface SmsRange {
  readonly state: SmsState | undefined
  /** In part. */
  readonly phone: string | undefined
  readonly offset: number
  readonly limit: number
}

/** Newest first; and how many there are in all. */
export async function selectSms(db: Reader, { state, phone, offset, limit }: SmsRange): Promise<{ rows: SmsRow[]; total: number }> {
  let found = db.selectFrom('sms_messages')
  if (state) found = found.where('state', '=', state)
  const digits = phone?.replace(/\D/g, '')
  if (digits) found = found.where('phone', 'like', `%${digits}%`)
  const [rows, { total }] = await Promise.all([
    found.selectAll().orderBy('id', 'desc').offset(offset).limit(limit).execute(),
    found.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

export const findSms = (db: Reader, id: number): Promise<SmsRow | undefined> =>
  db.selectFrom('sms_messages').selectAll().where('id', '=', id).executeTakeFirst()

/** Those whose time has come, the longest due first. */
export const dueSms = (db: Reader, now: number, limit: number): Promise<SmsRow[]> =>
  db
    .selectFrom('sms_messages')
    .selectAll()
    .where('state', '=', 'pending')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Changes a row that is still as it was read; false where somebody else was faster. */
export async function changeSms(
  trx: Writer,
  { id, state, attempts }: Pick<SmsRow, 'id' | 'state' | 'attempts'>,
  change: Partial<Pick<SmsRow, 'state' | 'attempts' | 'due_at' | 'sent_at' | 'problem'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sms_messages')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', state)
    .where('attempts', '=', attempts)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const textOf = ({ template, template_values }: SmsRow): string => smsText(template, JSON.parse(template_values) as SmsValues)

export const toSmsMessage = (row: SmsRow): SmsMessage => ({
  id: row.id,
  at: row.at,
  phone: row.phone,
  text: textOf(row),
  state: row.state,
  attempts: row.attempts,
  sentAt: row.sent_at,
  problem: row.problem,
})
