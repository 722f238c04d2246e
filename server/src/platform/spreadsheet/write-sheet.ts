// A workbook with one sheet of texts: a bold head that stays, and cells that no spreadsheet takes for formulas.
import writeWorkbook from 'write-excel-file/node'

export interface Sheet {
  readonly name: string
  /** Width in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

export function writeSheet({ name, columns, rows }: Sheet): Promise<Buffer> {
  const head = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const, backgroundColor: '#E8EEF7' }))
  const workbook = writeWorkbook([head, ...rows.map((row) => row.map(asCell))], {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  })
  return workbook.toBuffer()
}

/** Begun so, a spreadsheet would take a text for a formula once somebody edits the cell. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/

function asCell(text: string) {
  // _x0041_ is how the format itself writes a character: a text that reads so is written with its first mark so.
  const value = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return { value, type: String, wrap: true, alignVertical: 'top' as const, ...(LIKE_A_FORMULA.test(value) && { format: '@' }) }
}
