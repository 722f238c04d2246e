// The one way a confirmation sheet changes: a row that is still what was seen, a step that says so, and those concerned hear of it.
import { isSheetOpen, sheetStateLabels, type SheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import { owedSince, owedSometime, settledAt } from '../../platform/database/worklist-order.ts'
import type { Writing } from '../guard/index.ts'
import { changeSheet, findSheet, type SheetRow } from './sheets.store.ts'
import { originOf } from './sheet-view.ts'
import { addStep, type NewStep } from './steps.store.ts'

type Within = Pick<Writing, 'trx' | 'after' | 'now'>

interface SheetMove extends Omit<NewStep, 'at'> {
  /** Another than before; absent: as it was. */
  readonly dueAt?: number
}

/** `state`: what it is then. Returns the step's id. Errors: SHEET_STATE_WRONG (somebody was faster). */
export async function moveSheet(
  within: Within,
  bus: Bus,
  row: SheetRow,
  state: SheetState,
  { dueAt = row.due_at, ...step }: SheetMove,
): Promise<string> {
  const { trx, now } = within
  // Whoever is asked again is reminded again.
  const reminded_at = state === 'returned' ? null : row.reminded_at
  const desk_order = state === row.state ? row.desk_order : deskOrder(state, now)
  if (!(await changeSheet(trx, row, { state, changed_at: now, desk_order, due_at: dueAt, reminded_at })))
    throw wrongState((await findSheet(trx, row.id))?.state ?? row.state)
  const moved = { ...row, state, revision: row.revision + 1, desk_order }
  announceSheet(within, bus, moved, step.kind)
  return addStep(trx, row.id, { ...step, at: now })
}

export function announceSheet({ after }: Within, bus: Bus, row: SheetRow, kind: NewStep['kind']): void {
  const news = {
    sheetId: row.id,
    origin: originOf(row),
    kind,
    state: row.state,
    revision: row.revision,
    matter: row.matter,
    taxpayerName: row.taxpayer_name,
    agentId: row.sent_by,
  }
  after(() => bus.publish('confirmation-sheet.changed', { news, taxpayerId: row.taxpayer_id, officeId: row.office_id }))
}

export const wrongState = (state: SheetState): DomainError => new DomainError('SHEET_STATE_WRONG', { state: sheetStateLabels[state] })
export const invalid = ({ field, reason }: { field: string; reason: string }): DomainError =>
  new DomainError('SHEET_INVALID', { field, reason })

/** What is to be judged comes first, the longest waiting ahead; then what waits for its taxpayer, then what is over, the latest ahead. */
export function deskOrder(state: SheetState, now: number): number {
  if (state === 'submitted') return owedSince(now)
  return isSheetOpen(state) ? owedSometime - now : settledAt(now)
}
