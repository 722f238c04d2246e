// A list for a spreadsheet. The mark in front makes it read Chinese as what it is.
const MARK = '\uFEFF'
/** Begun so, a spreadsheet would take a text for a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  MARK + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = LIKE_A_FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
