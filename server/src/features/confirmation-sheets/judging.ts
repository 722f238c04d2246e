// One material is accepted or returned; the last one decides what becomes of its sheet, and only then is the taxpayer told.
import {
  materialStateLabels,
  mayDoWithMaterial,
  nextMaterialState,
  nextSheetState,
  sheetEventAfter,
  type MaterialState,
} from '@zhengna/contract/domain/confirmation-sheet.ts'
import { dueAfterReturn } from '@zhengna/contract/domain/sheet-due.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Writing } from '../guard/index.ts'
import { moveSheet, wrongState } from './moving.ts'
import type { SheetParts } from './sheet-parts.ts'
import { toMaterial } from './sheet-view.ts'
import { changeMaterial, findSheet, selectMaterials, type MaterialRow, type SheetRow } from './sheets.store.ts'
import { tellTaxpayer } from './telling.ts'

export interface Judgement {
  readonly place: number
  /** As the officer saw it. */
  readonly state: MaterialState
  readonly round: number
  readonly event: 'accept' | 'return'
  readonly reason: string
}

/** Errors: SHEET_NOT_FOUND (no such material), SHEET_STATE_WRONG, SHEET_MATERIAL_CHANGED (a colleague was faster, or it was handed in anew). */
export async function judgeMaterial(
  writing: Writing,
  { bus, notices }: Pick<SheetParts, 'bus' | 'notices'>,
  caller: Caller,
  row: SheetRow,
  judgement: Judgement,
): Promise<void> {
  const { trx } = writing
  const { place, event, reason } = judgement
  const material = (await selectMaterials(trx, [row.id])).find((one) => one.place === place)
  if (!material) throw new DomainError('SHEET_NOT_FOUND')
  if (isDoneAlready(material, caller, judgement)) return
  if (row.state !== 'submitted') throw wrongState(row.state)
  const state = nextMaterialState(material.state, event)
  const isAsSeen = material.state === judgement.state && material.round === judgement.round
  if (!state || !isAsSeen || !mayDoWithMaterial(row.state, toMaterial(material), event, 'agent')) throw changed(material)

  await changeMaterial(trx, material, { state, reason, judged_by: caller.personId })
  const step = { kind: event, by: caller, material: material.name, text: reason }
  const all = (await selectMaterials(trx, [row.id])).map(toMaterial)
  const outcome = sheetEventAfter(all)
  const next = outcome ? nextSheetState(row.state, outcome) : row.state
  if (!next) throw wrongState(row.state)
  // Confirmed is a step of its own; returned is what its materials say.
  const dueAt = outcome === 'return' ? dueAfterReturn(row.due_at, writing.now) : row.due_at
  const stepId = await moveSheet(writing, bus, row, outcome === 'confirm' ? row.state : next, { ...step, dueAt })
  if (outcome === 'return') {
    const count = all.filter((one) => one.state === 'returned').length
    await tellTaxpayer(writing, notices, { ...row, due_at: dueAt }, 'returned', { stepId, count })
  }
  if (outcome !== 'confirm') return
  const judged = await findSheet(trx, row.id)
  if (!judged) throw new DomainError('SHEET_NOT_FOUND')
  const confirmId = await moveSheet(writing, bus, judged, next, { kind: 'confirm', by: caller })
  await tellTaxpayer(writing, notices, row, 'confirmed', { stepId: confirmId })
}

/** A click that was made twice, or whose answer was lost. */
const isDoneAlready = (material: MaterialRow, { personId }: Caller, { event, round, reason }: Judgement): boolean =>
  material.state === (event === 'accept' ? 'accepted' : 'returned') &&
  material.round === round &&
  material.judged_by === personId &&
  material.reason === reason

const changed = ({ name, state }: MaterialRow): DomainError =>
  new DomainError('SHEET_MATERIAL_CHANGED', { name, state: materialStateLabels[state] })
