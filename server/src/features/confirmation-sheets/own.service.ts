// A taxpayer's own confirmation sheets: read, and handed in.
import {
  isMaterialAsked,
  mayDoWithSheet,
  nextMaterialState,
  nextSheetState,
  sheetEventAfter,
} from '@zhengna/contract/domain/confirmation-sheet.ts'
import type { ConfirmationSheet, ConfirmationSheetSummary } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { submissionFault } from '@zhengna/contract/domain/sheet-fault.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId, ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { pageOfSheets, type PageAsked, type SheetFilter } from './lists.ts'
import { roundId, roundIds } from './material-files.ts'
import { invalid, moveSheet, wrongState } from './moving.ts'
import type { SheetParts } from './sheet-parts.ts'
import { toMaterial, toSummary, viewForTaxpayer } from './sheet-view.ts'
import { changeMaterial, findSheet, selectMaterials, type MaterialRow, type SheetRow } from './sheets.store.ts'
import { tellTaxpayer } from './telling.ts'

export interface GivenMaterial {
  readonly place: number
  readonly attachmentIds: readonly AttachmentId[]
}

export interface OwnSheets {
  list(caller: Caller, filter: SheetFilter & PageAsked): Promise<{ items: ConfirmationSheetSummary[]; total: number }>
  /** Errors: SHEET_NOT_FOUND. */
  get(caller: Caller, id: ConfirmationSheetId): Promise<ConfirmationSheet>
  /** The same files again give the first result. Errors: as the route says. */
  submit(caller: Caller, id: ConfirmationSheetId, given: readonly GivenMaterial[]): Promise<ConfirmationSheet>
}

export function createOwnSheets({ database, bus, writeGuarded, attachments, notices }: SheetParts): OwnSheets {
  /** Whether all that is given was handed in with this sheet before: its answer was lost on the way. */
  async function isRepeated(trx: Writer, materials: readonly MaterialRow[], given: ReadonlyMap<number, readonly AttachmentId[]>) {
    if (given.size === 0) return false
    const held = await attachments.of(trx, 'confirmation-sheet', materials.flatMap(roundIds))
    const ids = new Set([...held.values()].flatMap((files) => files.map(({ id }) => id)))
    return [...given.values()].flat().every((id) => ids.has(id))
  }

  return {
    async list(caller, { page, pageSize, ...filter }) {
      const { rows, total, materialsOf } = await pageOfSheets(database.reader, { taxpayerId: caller.personId }, filter, { page, pageSize })
      return { items: rows.map((row) => toSummary(row, materialsOf(row.id))), total }
    },

    get: async (caller, id) => viewForTaxpayer(database.reader, attachments, await own(database.reader, caller, id)),

    submit: (caller, id, materialsGiven) =>
      writeGuarded(async (writing) => {
        const { trx } = writing
        const row = await own(trx, caller, id)
        const materials = await selectMaterials(trx, [id])
        const given = new Map(
          materialsGiven.filter(({ attachmentIds }) => attachmentIds.length > 0).map(({ place, attachmentIds }) => [place, attachmentIds]),
        )
        if (await isRepeated(trx, materials, given)) return viewForTaxpayer(trx, attachments, row)
        if (!mayDoWithSheet(row.state, 'submit', 'taxpayer')) throw wrongState(row.state)
        const unasked = [...given.keys()].find((place) => !asked(row, materials).some((material) => material.place === place))
        if (unasked !== undefined) throw invalid({ field: `material.${unasked}`, reason: '这份材料无需上传，请刷新后再提交。' })
        const fault = submissionFault({ state: row.state, items: materials.map(toMaterial) }, new Set(given.keys()))
        if (fault) throw invalid(fault)

        for (const material of asked(row, materials)) {
          const files = given.get(material.place)
          const state = nextMaterialState(material.state, files ? 'submit' : 'omit') ?? material.state
          const changed = { ...material, state, round: material.round + (files ? 1 : 0) }
          await changeMaterial(trx, material, { state, round: changed.round })
          if (files)
            await attachments.attachTo(trx, caller.personId, [...new Set(files)], {
              kind: 'confirmation-sheet',
              recordId: roundId(changed),
            })
        }
        const submitted = nextSheetState(row.state, 'submit') ?? row.state
        await moveSheet(writing, bus, row, submitted, { kind: 'submit', by: caller })
        // Nothing is left to be judged where what was returned is done without.
        const left = (await selectMaterials(trx, [id])).map(toMaterial)
        if (sheetEventAfter(left) === 'confirm') {
          const moved = await own(trx, caller, id)
          const confirmed = nextSheetState(submitted, 'confirm') ?? submitted
          const stepId = await moveSheet(writing, bus, moved, confirmed, { kind: 'confirm', by: caller })
          await tellTaxpayer(writing, notices, row, 'confirmed', { stepId })
        }
        return viewForTaxpayer(trx, attachments, await own(trx, caller, id))
      }),
  }
}

const asked = ({ state }: SheetRow, materials: readonly MaterialRow[]): MaterialRow[] =>
  materials.filter((material) => isMaterialAsked(state, toMaterial(material)))

/** Somebody else's does not exist, as far as the caller can tell. Errors: SHEET_NOT_FOUND. */
async function own(db: Reader, caller: Caller, id: ConfirmationSheetId): Promise<SheetRow> {
  const row = await findSheet(db, id)
  if (row?.taxpayer_id !== caller.personId) throw new DomainError('SHEET_NOT_FOUND')
  return row
}
