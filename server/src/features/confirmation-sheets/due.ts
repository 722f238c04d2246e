// Looks once a minute for what is due: a reminder a day before, and what was not handed in in time lapses. Each is decided in a
// transaction on a row that is still what was seen, so that two servers do it once.
import { sql, type SqlBool } from 'kysely'
import { nextSheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import { dayAfter, dueAtOf, dueDayOf, sheetReminderMs } from '@zhengna/contract/domain/sheet-due.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Reader } from '../../platform/database/database.ts'
import { isPulseKept, wasDownAt } from '../appointments/index.ts'
import { moveSheet } from './moving.ts'
import type { SheetParts } from './sheet-parts.ts'
import { changeSheet, selectSheets, type SheetRow } from './sheets.store.ts'
import { tellTaxpayer } from './telling.ts'

/** Written out, not bound: the planner then knows the index of what can lapse. */
const canLapse = sql<SqlBool>`confirmation_sheets.state in ('collecting', 'returned')`

/** Of those that can lapse, by when they do. */
export const dueQuery = (db: Reader, until: number) => selectSheets(db).where(canLapse).where('confirmation_sheets.due_at', '<=', until)

export function createDueCheck({ database, bus, clock, notices }: SheetParts): () => Promise<void> {
  const lapse = (row: SheetRow, now: number): Promise<void> =>
    database.write(async (trx, after) => {
      // Nobody could hand in while no server was at work: the day after is theirs as well.
      if (await wasDownAt(trx, row.due_at)) {
        await changeSheet(trx, row, { due_at: dueAtOf(dayAfter(now, 1)), reminded_at: null })
        return
      }
      const state = nextSheetState(row.state, 'lapse')
      if (!state) return
      const within = { trx, after, now }
      const stepId = await moveSheet(within, bus, row, state, { kind: 'lapse', by: null })
      await tellTaxpayer(within, notices, row, 'lapsed', { stepId })
    })
  const remind = (row: SheetRow, now: number): Promise<void> =>
    database.write(async (trx, after) => {
      if (!(await changeSheet(trx, row, { reminded_at: now }))) return
      await tellTaxpayer({ trx, after, now }, notices, row, 'due-soon', { stepId: `${row.id}:due:${dueDayOf(row.due_at)}` })
    })

  return async () => {
    const now = clock.now()
    // After a time without a server that is written down first.
    if (!(await isPulseKept(database.reader, now))) return
    for (const row of await dueQuery(database.reader, now).execute()) await unlessChanged(() => lapse(row, now))
    const soon = dueQuery(database.reader, now + sheetReminderMs).where('confirmation_sheets.reminded_at', 'is', null)
    // Who got it within its last day knows.
    for (const row of await soon.execute()) if (row.due_at > now && row.changed_at <= now - sheetReminderMs) await remind(row, now)
  }
}

/** Handed in, withdrawn or judged meanwhile: that stands. */
async function unlessChanged(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.failure.code !== 'SHEET_STATE_WRONG') throw error
  }
}
