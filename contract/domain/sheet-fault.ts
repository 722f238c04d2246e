// What is wrong with a confirmation sheet as it was filled in: the server refuses by it, windows say it before they ask.
import { limits } from '../limits.ts'
import { isMaterialAsked, type SheetState } from './confirmation-sheet.ts'
import type { Material, SheetContent } from './confirmation-sheet-record.ts'
import { withoutControls } from './message.ts'

/** `field`: matter, materials, materials.2.name (counted from 0), material.3 (by its place). */
export interface SheetFault {
  readonly field: string
  readonly reason: string
}

/** One line of a form: no line breaks, no blank ends, nothing that cannot be seen. */
export const tidyLine = (raw: string): string => withoutControls(raw).replace(/\s+/g, ' ').trim().toWellFormed()

const isBlank = (text: string): boolean => text.replace(/[\u200b-\u200d\u2060\s]/g, '') === ''

/** The first fault from the top; null where there is none. */
export function sheetFault({ matter, materials }: SheetContent): SheetFault | null {
  const line = tidyLine(matter)
  if (isBlank(line)) return { field: 'matter', reason: '请填写业务事项。' }
  if (line.length > limits.sheetMatterMaxLength)
    return { field: 'matter', reason: `业务事项最多 ${limits.sheetMatterMaxLength} 个字，现有 ${line.length} 个字。` }
  if (materials.length === 0) return { field: 'materials', reason: '请至少添加一份材料。' }
  if (materials.length > limits.sheetMaterialsMax)
    return { field: 'materials', reason: `每张确认单最多 ${limits.sheetMaterialsMax} 份材料。` }
  for (const [index, material] of materials.entries()) {
    const fault = materialFault(materials, index, material)
    if (fault) return fault
  }
  return null
}

function materialFault(
  all: SheetContent['materials'],
  index: number,
  { name, note }: SheetContent['materials'][number],
): SheetFault | null {
  const at = (part: 'name' | 'note', reason: string): SheetFault => ({ field: `materials.${index}.${part}`, reason })
  const line = tidyLine(name)
  if (isBlank(line)) return at('name', '请填写材料名称。')
  if (line.length > limits.sheetMaterialNameMaxLength)
    return at('name', `材料名称最多 ${limits.sheetMaterialNameMaxLength} 个字，现有 ${line.length} 个字。`)
  if (all.slice(0, index).some((earlier) => tidyLine(earlier.name) === line)) return at('name', '材料名称与前面的重复，请修改或移除。')
  const length = tidyLine(note).length
  if (length > limits.sheetMaterialNoteMaxLength)
    return at('note', `填写说明最多 ${limits.sheetMaterialNoteMaxLength} 个字，现有 ${length} 个字。`)
  return null
}

/** `places`: of the materials that files are given for. */
export function submissionFault(
  { state, items }: { readonly state: SheetState; readonly items: readonly Pick<Material, 'place' | 'name' | 'isRequired' | 'state'>[] },
  places: ReadonlySet<number>,
): SheetFault | null {
  const asked = items.filter((item) => isMaterialAsked(state, item))
  const missing = asked.find(({ place, isRequired }) => isRequired && !places.has(place))
  if (missing) return { field: `material.${missing.place}`, reason: `请上传“${missing.name}”。` }
  // Nothing at all is no submission, unless all the rest is good and what was returned is not needed.
  if (state === 'collecting' && places.size === 0) return { field: 'materials', reason: '请至少上传一份材料。' }
  return null
}
