// Confirmation sheets and their materials as rows.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { ConfirmationSheetId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { ConfirmationSheetMaterialTable, ConfirmationSheetTable } from '../../platform/database/schema.ts'

export type SheetRow = Selectable<ConfirmationSheetTable> & { office_name: string | null; agent_number: string | null }
export type MaterialRow = Selectable<ConfirmationSheetMaterialTable>

/** With the names that are shown. Joined from the left: the planner then begins where the filter does. */
export const selectSheets = (db: Reader) =>
  db
    .selectFrom('confirmation_sheets')
    .leftJoin('offices', 'offices.id', 'confirmation_sheets.office_id')
    .leftJoin('people as sender', 'sender.id', 'confirmation_sheets.sent_by')
    .selectAll('confirmation_sheets')
    .select(['offices.name as office_name', 'sender.agent_number as agent_number'])

export const findSheet = (db: Reader, id: ConfirmationSheetId): Promise<SheetRow | undefined> =>
  selectSheets(db).where('confirmation_sheets.id', '=', id).executeTakeFirst()

/** Of each sheet, in their order. */
export const selectMaterials = (db: Reader, ids: readonly ConfirmationSheetId[]): Promise<MaterialRow[]> =>
  db.selectFrom('confirmation_sheet_materials').selectAll().where('sheet_id', 'in', ids).orderBy('sheet_id').orderBy('place').execute()

export async function insertSheet(
  trx: Writer,
  row: Insertable<ConfirmationSheetTable>,
  materials: readonly Insertable<ConfirmationSheetMaterialTable>[],
): Promise<void> {
  await trx.insertInto('confirmation_sheets').values(row).execute()
  await trx.insertInto('confirmation_sheet_materials').values(materials).execute()
}

/** False where it changed since `row` was read: somebody else was faster. */
export async function changeSheet(
  trx: Writer,
  { id, state, revision }: SheetRow,
  change: Updateable<ConfirmationSheetTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('confirmation_sheets')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Only within the transaction that changes its sheet, which is what keeps two changes apart. */
export const changeMaterial = (
  trx: Writer,
  { sheet_id, place }: MaterialRow,
  change: Updateable<ConfirmationSheetMaterialTable>,
): Promise<unknown> =>
  trx.updateTable('confirmation_sheet_materials').set(change).where('sheet_id', '=', sheet_id).where('place', '=', place).execute()
