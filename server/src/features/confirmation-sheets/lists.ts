// Lists of confirmation sheets: whose, narrowed how, in which order. An index leads each of them to its taxpayer or office first.
import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import { isSheetOpen, sheetStates, type SheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import type { SheetOrigin } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import type { ConfirmationSheetId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { containing } from '../../platform/database/containing.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { selectMaterials, selectSheets, type MaterialRow, type SheetRow } from './sheets.store.ts'

/** Alone or together; what is undefined narrows nothing. */
export interface SheetFilter {
  readonly number?: string | undefined
  readonly state?: SheetState | undefined
  readonly matter?: string | undefined
  readonly isOpen?: boolean | undefined
  readonly originId?: SheetOrigin['id'] | undefined
  /** 纳税人名称 or 识别号. */
  readonly taxpayer?: string | undefined
}
export type Scope = { readonly taxpayerId: PersonId } | { readonly officeId: OfficeId }

export interface PageAsked {
  readonly page?: number | undefined
  readonly pageSize?: number | undefined
}
const PAGE_SIZE = 10
const open = sheetStates.filter(isSheetOpen)

function matching(scope: Scope, { number, state, matter, isOpen, originId, taxpayer }: SheetFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'confirmation_sheets'>()
  const conditions: Expression<SqlBool>[] = [
    'taxpayerId' in scope
      ? eb('confirmation_sheets.taxpayer_id', '=', scope.taxpayerId)
      : eb('confirmation_sheets.office_id', '=', scope.officeId),
  ]
  if (number?.trim()) conditions.push(eb('confirmation_sheets.number', '=', number.trim().toUpperCase()))
  if (state) conditions.push(eb('confirmation_sheets.state', '=', state))
  if (isOpen) conditions.push(eb('confirmation_sheets.state', 'in', open))
  if (originId) conditions.push(eb('confirmation_sheets.origin_id', '=', originId))
  if (matter?.trim()) conditions.push(containing('confirmation_sheets.matter', matter.trim()))
  if (taxpayer?.trim()) {
    const [name, itsNumber] = ['confirmation_sheets.taxpayer_name', 'confirmation_sheets.taxpayer_number'] as const
    conditions.push(eb.or([containing(name, taxpayer.trim()), containing(itsNumber, taxpayer.trim())]))
  }
  return eb.and(conditions)
}

/** A taxpayer's: newest first. An office's: in the order of its desk. */
export function pageQuery(db: Reader, scope: Scope, filter: SheetFilter, { page = 1, pageSize = PAGE_SIZE }: PageAsked) {
  const all = selectSheets(db).where(matching(scope, filter))
  const ordered =
    'taxpayerId' in scope
      ? all.orderBy('confirmation_sheets.created_at', 'desc').orderBy('confirmation_sheets.id', 'desc')
      : all.orderBy('confirmation_sheets.desk_order').orderBy('confirmation_sheets.id')
  return ordered.limit(pageSize).offset((page - 1) * pageSize)
}

export const countQuery = (db: Reader, scope: Scope, filter: SheetFilter) =>
  db
    .selectFrom('confirmation_sheets')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where(matching(scope, filter))

export async function countSheets(db: Reader, scope: Scope, filter: SheetFilter): Promise<number> {
  return Number((await countQuery(db, scope, filter).executeTakeFirstOrThrow()).count)
}

export async function pageOfSheets(
  db: Reader,
  scope: Scope,
  filter: SheetFilter,
  asked: PageAsked,
): Promise<{ rows: SheetRow[]; total: number; materialsOf: (id: ConfirmationSheetId) => MaterialRow[] }> {
  const [rows, total] = await Promise.all([pageQuery(db, scope, filter, asked).execute(), countSheets(db, scope, filter)])
  const ids = rows.map(({ id }) => id)
  const materials = ids.length === 0 ? [] : await selectMaterials(db, ids)
  return { rows, total, materialsOf: (id) => materials.filter(({ sheet_id }) => sheet_id === id) }
}
