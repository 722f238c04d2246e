// The office's desk of confirmation sheets. Officers reach their own office's alone.
import type { SheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import { mayDoWithSheet, nextSheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import type { DeskSheet, DeskSheetSummary } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { tidyLine } from '@zhengna/contract/domain/sheet-fault.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Writing } from '../guard/index.ts'
import { judgeMaterial, type Judgement } from './judging.ts'
import { countSheets, pageOfSheets, type PageAsked, type SheetFilter } from './lists.ts'
import { invalid, moveSheet, wrongState } from './moving.ts'
import type { SheetParts } from './sheet-parts.ts'
import { toDeskSummary, viewForDesk } from './sheet-view.ts'
import { findSheet, type SheetRow } from './sheets.store.ts'
import { tellTaxpayer } from './telling.ts'

interface Reason {
  readonly reason: string
  readonly confirmed?: boolean
}

export interface SheetDesk {
  list(caller: Caller, filter: SheetFilter & PageAsked): Promise<{ items: DeskSheetSummary[]; total: number; toJudge: number }>
  /** Errors: SHEET_NOT_FOUND. */
  get(caller: Caller, id: ConfirmationSheetId): Promise<DeskSheet>
  accept(caller: Caller, id: ConfirmationSheetId, seen: Omit<Judgement, 'event' | 'reason'>): Promise<DeskSheet>
  return(caller: Caller, id: ConfirmationSheetId, seen: Omit<Judgement, 'event' | 'reason'>, why: Reason): Promise<DeskSheet>
  withdraw(caller: Caller, id: ConfirmationSheetId, why: Reason): Promise<DeskSheet>
}

export function createSheetDesk(parts: SheetParts): SheetDesk {
  const { database, bus, writeGuarded, attachments, notices } = parts

  /** One change of one of the office's, and how it looks after it. */
  const change = (
    caller: Caller,
    id: ConfirmationSheetId,
    work: (writing: Writing, row: SheetRow) => Promise<unknown>,
  ): Promise<DeskSheet> =>
    writeGuarded(async (writing) => {
      await work(writing, await ofOffice(writing.trx, caller, id))
      return viewForDesk(writing.trx, attachments, await ofOffice(writing.trx, caller, id))
    })
  const toJudge: SheetState = 'submitted'

  return {
    async list(caller, { page, pageSize, ...filter }) {
      const scope = { officeId: caller.officeId }
      const [{ rows, total, materialsOf }, count] = await Promise.all([
        pageOfSheets(database.reader, scope, filter, { page, pageSize }),
        countSheets(database.reader, scope, { state: toJudge }),
      ])
      return { items: rows.map((row) => toDeskSummary(row, materialsOf(row.id))), total, toJudge: count }
    },
    get: async (caller, id) => viewForDesk(database.reader, attachments, await ofOffice(database.reader, caller, id)),

    accept: (caller, id, seen) =>
      change(caller, id, (writing, row) => judgeMaterial(writing, parts, caller, row, { ...seen, event: 'accept', reason: '' })),

    return: (caller, id, seen, why) =>
      change(caller, id, (writing, row) => {
        const reason = readReason(writing, caller, why)
        if (reason === '') throw invalid({ field: 'reason', reason: '请填写退回原因，纳税人会看到。' })
        return judgeMaterial(writing, parts, caller, row, { ...seen, event: 'return', reason })
      }),

    withdraw: (caller, id, why) =>
      change(caller, id, async (writing, row) => {
        if (row.state === 'withdrawn') return
        const state = nextSheetState(row.state, 'withdraw')
        if (!state || !mayDoWithSheet(row.state, 'withdraw', 'agent')) throw wrongState(row.state)
        const text = readReason(writing, caller, why)
        const stepId = await moveSheet(writing, bus, row, state, { kind: 'withdraw', by: caller, text })
        await tellTaxpayer(writing, notices, row, 'withdrawn', { stepId })
      }),
  }
}

/** Errors: SHEET_INVALID (`field` reason), MESSAGE_BLOCKED, MESSAGE_WARNED. */
function readReason(writing: Writing, by: Caller, { reason, confirmed }: Reason): string {
  const text = tidyLine(reason)
  if (text.length > limits.sheetReasonMaxLength)
    throw invalid({ field: 'reason', reason: `原因最多 ${limits.sheetReasonMaxLength} 个字，现有 ${text.length} 个字。` })
  return text === '' ? '' : writing.pass({ by, field: 'reason', text, isConfirmed: confirmed })
}

/** Another office's does not exist, as far as the caller can tell. Errors: SHEET_NOT_FOUND. */
async function ofOffice(db: Reader, caller: Caller, id: ConfirmationSheetId): Promise<SheetRow> {
  const row = await findSheet(db, id)
  if (row?.office_id !== caller.officeId) throw new DomainError('SHEET_NOT_FOUND')
  return row
}
