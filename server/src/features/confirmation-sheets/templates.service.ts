// Templates: what an office sends often. Its own are rows; the program's come from a file of ours, and an office may lay its own over one.
import type { SheetContent, SheetTemplate } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { sheetFault, tidyLine } from '@zhengna/contract/domain/sheet-fault.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { OfficeId, SheetTemplateId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import { invalid } from './moving.ts'
import type { SheetParts } from './sheet-parts.ts'

/** Each reply is the office's whole list after it. */
export interface SheetTemplates {
  list(caller: Caller): Promise<SheetTemplate[]>
  /** Errors: SHEET_INVALID (`field`). */
  save(caller: Caller, id: SheetTemplateId, content: SheetContent): Promise<SheetTemplate[]>
  /** Errors: SHEET_TEMPLATE_NOT_FOUND. */
  remove(caller: Caller, id: SheetTemplateId): Promise<SheetTemplate[]>
}

export function createSheetTemplates({ database, clock, seeded }: Pick<SheetParts, 'database' | 'clock' | 'seeded'>): SheetTemplates {
  async function of(db: Reader, officeId: OfficeId): Promise<SheetTemplate[]> {
    const rows = await db
      .selectFrom('sheet_templates')
      .selectAll()
      .where('office_id', '=', officeId)
      .orderBy('matter')
      .orderBy('id')
      .execute()
    const own = rows.map(({ id, matter, materials }) => ({
      id,
      matter,
      materials: JSON.parse(materials) as SheetTemplate['materials'],
      isOwn: true,
    }))
    return [...own, ...seeded.filter(({ id }) => !own.some((kept) => kept.id === id))]
  }

  return {
    list: ({ officeId }) => of(database.reader, officeId),

    save: ({ officeId, personId }, id, content) =>
      database.write(async (trx) => {
        const fault = sheetFault(content)
        if (fault) throw invalid(fault)
        const kept = await of(trx, officeId)
        if (!kept.some((one) => one.id === id) && kept.filter(({ isOwn }) => isOwn).length >= limits.sheetTemplatesMax)
          throw invalid({ field: 'matter', reason: `本机构最多保存 ${limits.sheetTemplatesMax} 个模板，请先删除不用的。` })
        const materials = content.materials.map(({ name, note, isRequired }) => ({
          name: tidyLine(name),
          note: tidyLine(note),
          isRequired,
        }))
        const change = {
          matter: tidyLine(content.matter),
          materials: JSON.stringify(materials),
          changed_by: personId,
          changed_at: clock.now(),
        }
        await trx
          .insertInto('sheet_templates')
          .values({ office_id: officeId, id, ...change })
          .onConflict((conflict) => conflict.columns(['office_id', 'id']).doUpdateSet(change))
          .execute()
        return of(trx, officeId)
      }),

    remove: ({ officeId }, id) =>
      database.write(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('sheet_templates')
          .where('office_id', '=', officeId)
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        if (numDeletedRows === 0n) throw new DomainError('SHEET_TEMPLATE_NOT_FOUND')
        return of(trx, officeId)
      }),
  }
}
