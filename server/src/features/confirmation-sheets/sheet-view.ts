// A confirmation sheet as its taxpayer and as officers see it.
import { sheetProgress } from '@zhengna/contract/domain/confirmation-sheet.ts'
import type {
  ConfirmationSheet,
  ConfirmationSheetSummary,
  DeskSheet,
  DeskSheetSummary,
  Material,
  SheetOrigin,
  SheetStep,
} from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { maskNumber } from '@zhengna/contract/domain/person.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findPerson, toMaskedPerson } from '../people/index.ts'
import { roundId } from './material-files.ts'
import type { SheetParts } from './sheet-parts.ts'
import { selectMaterials, type MaterialRow, type SheetRow } from './sheets.store.ts'
import { selectSteps } from './steps.store.ts'

export const toMaterial = (row: MaterialRow): Omit<Material, 'files'> => ({
  place: row.place,
  name: row.name,
  note: row.note,
  isRequired: row.is_required === 1,
  state: row.state,
  round: row.round,
  reason: row.reason,
})

// One row has the kind that belongs to its id.
export const originOf = ({ origin_kind, origin_id }: Pick<SheetRow, 'origin_kind' | 'origin_id'>): SheetOrigin =>
  ({ kind: origin_kind, id: origin_id }) as SheetOrigin

export const toSummary = (row: SheetRow, materials: readonly MaterialRow[]): ConfirmationSheetSummary => ({
  id: row.id,
  number: row.number,
  matter: row.matter,
  state: row.state,
  revision: row.revision,
  origin: originOf(row),
  dueAt: row.due_at,
  officeName: row.office_name ?? '',
  agentNumber: row.agent_number,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  ...sheetProgress(materials.map(toMaterial)),
})

export const toDeskSummary = (row: SheetRow, materials: readonly MaterialRow[]): DeskSheetSummary => ({
  ...toSummary(row, materials),
  taxpayerName: row.taxpayer_name,
  taxpayerNumber: maskNumber(row.taxpayer_number),
})

type Files = SheetParts['attachments']

async function viewWhole(db: Reader, attachments: Files, row: SheetRow): Promise<ConfirmationSheet> {
  const [materials, steps] = await Promise.all([selectMaterials(db, [row.id]), selectSteps(db, row.id)])
  const files = await attachments.of(db, 'confirmation-sheet', materials.map(roundId))
  return {
    ...toSummary(row, materials),
    items: materials.map((material) => ({ ...toMaterial(material), files: files.get(roundId(material)) ?? [] })),
    steps: steps.map(({ at, kind, agent_number, material, text }): SheetStep => ({ at, kind, agentNumber: agent_number, material, text })),
  }
}

/** Until all is judged the office may think again: what was judged since it was handed in shows as handed in. */
function asTold(sheet: ConfirmationSheet): ConfirmationSheet {
  if (sheet.state !== 'submitted') return sheet
  const told = sheet.steps.findLastIndex(({ kind }) => kind === 'submit') + 1
  // Within a sheet each has a name of its own.
  const judged = new Set(sheet.steps.slice(told).map(({ material }) => material))
  const items = sheet.items.map((item) => (judged.has(item.name) ? { ...item, state: 'submitted' as const, reason: '' } : item))
  return { ...sheet, ...sheetProgress(items), items, steps: sheet.steps.slice(0, told) }
}

export const viewForTaxpayer = async (db: Reader, attachments: Files, row: SheetRow): Promise<ConfirmationSheet> =>
  asTold(await viewWhole(db, attachments, row))

export async function viewForDesk(db: Reader, attachments: Files, row: SheetRow): Promise<DeskSheet> {
  const [seen, person] = await Promise.all([viewWhole(db, attachments, row), findPerson(db, row.taxpayer_id)])
  if (!person) throw new Error(`The taxpayer of confirmation sheet ${row.id} is not in the register.`)
  return { ...seen, taxpayer: toMaskedPerson(person) }
}
