// Reads the program's own templates (server/seed/confirmation-sheets/README.md). A mistake stops the start.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import type { SheetTemplate } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { sheetFault } from '@zhengna/contract/domain/sheet-fault.ts'
import { SheetTemplateId } from '@zhengna/contract/ids.ts'

const templatesFile = join(import.meta.dirname, '../../../seed/confirmation-sheets/templates.yaml')

const Template = Type.Object(
  {
    id: SheetTemplateId,
    matter: Type.String(),
    materials: Type.Array(
      Type.Object(
        { name: Type.String(), note: Type.Optional(Type.String()), optional: Type.Optional(Type.Boolean()) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
const templates = Compile(Type.Array(Template))

export function readSeededTemplates(file: string = templatesFile): SheetTemplate[] {
  const found: unknown = parse(readFileSync(file, 'utf8'))
  if (!templates.Check(found)) {
    const [first] = templates.Errors(found)
    throw new Error(`${file}: ${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
  }
  const seeded = found.map(({ id, matter, materials }) => ({
    id,
    matter,
    materials: materials.map(({ name, note = '', optional = false }) => ({ name, note, isRequired: !optional })),
    isOwn: false,
  }))
  for (const [index, template] of seeded.entries()) {
    const fault = sheetFault(template)
    if (fault) throw new Error(`${file}: ${template.id}, ${fault.field}: ${fault.reason}`)
    if (seeded.slice(0, index).some(({ id }) => id === template.id)) throw new Error(`${file}: ${template.id} stands in it twice.`)
  }
  return seeded
}
