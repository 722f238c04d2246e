import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../../../test/support/desk.ts'
import { cell, lyingZip, partsAround, sheet, workbookOf, zipped } from '../../../../../test/support/workbook.ts'
import { readWorkbook } from './read-workbook.ts'

const of = (data: string, before = '', more: Record<string, string | Uint8Array> = {}): Buffer =>
  zipped({ ...partsAround(sheet(data, before)), ...more })
const row = (text: string, number = 1, column = 'A'): string => `<row r="${number}">${cell(text, `${column}${number}`)}</row>`

describe('a workbook', () => {
  it('is read cell by cell, every sign as it was', async () => {
    const rows = [
      ['甲', '乙\n丙', '  前后  ', '😀', '<&">', '\t'],
      ['', '=1+1', '+1', '-1', '@x', '_x'],
    ]
    expect(await readWorkbook(await workbookOf(rows))).toEqual(rows)
  })

  it('may have been saved by any program: numbers, days, truths', async () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const data = '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" s="1"><v>46053</v></c><c r="C1" t="b"><v>1</v></c></row>'
    const bytes = of(data, '', { 'xl/styles.xml': `<?xml version="1.0"?><styleSheet>${styles}</styleSheet>` })
    expect(await readWorkbook(bytes)).toEqual([['12.5', '2026-01-31', 'true']])
  })

  it('gives what a formula showed last, and never works one out', async () => {
    const data = `<row r="1"><c r="A1" t="str"><f>HYPERLINK("https://a.cn","x")</f><v>显示的</v></c><c r="B1" t="str"><f>1+1</f><v>7</v></c></row>`
    expect(await readWorkbook(of(data))).toEqual([['显示的', '7']])
  })

  it('is read beside others, each for itself', async () => {
    const both = await Promise.all([workbookOf([['一']]), workbookOf([['二']])])
    expect(await Promise.all(both.map((bytes) => readWorkbook(bytes)))).toEqual([[['一']], [['二']]])
  })
})

describe('a hostile one is unreadable, soon, and leaves the server as it was', () => {
  const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, 0x20)
  const hostile: Record<string, () => Buffer | Promise<Buffer>> = {
    'nothing at all': () => Buffer.alloc(0),
    noise: () => Buffer.from(Array.from({ length: 4_096 }, (_, n) => (n * 7_919) % 251)),
    'a picture under another name': () => readFileSync(join(import.meta.dirname, '../../../../seed/assets/invoice-face.png')),
    'a web page under another name': () => Buffer.from('<html><table><tr><td>编号</td></tr></table></html>'),
    'one cut short': async () => (await workbookOf([['甲'], ['乙']])).subarray(0, -40),
    'one cut in the middle': async () => {
      const bytes = await workbookOf(Array.from({ length: 2_000 }, (_, n) => [`第 ${n} 行`]))
      return Buffer.concat([bytes.subarray(0, bytes.length / 2), bytes.subarray(-200)])
    },
    'a zip of something else': () => zipped({ 'readme.xml': '<a/>' }),
    'a zip bomb: 200 MB of blanks in one part': () => of('', '', { 'xl/sharedStrings.xml': megabytes(200) }),
    'a zip bomb in many parts': () =>
      of('', '', Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`xl/worksheets/sheet${n + 2}.xml`, megabytes(4)]))),
    'a zip bomb that says it is small': () => lyingZip('xl/workbook.xml', megabytes(200), 1_000),
    'a zip of 10,000 files': () => zipped(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`xl/${n}.xml`, '']))),
    'a million rows': () => of(Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 1}"><c><v>1</v></c></row>`).join('')),
    'more rows than are taken': () => of(Array.from({ length: 5_002 }, (_, n) => row('甲', n + 1)).join('')),
    'a row a billion rows down': () => of(row('甲', 1_000_000_000)),
    'cells far to the right in every row': () => of(Array.from({ length: 5_000 }, (_, n) => row('甲', n + 1, 'XFD')).join('')),
    'one long text in a hundred thousand cells': () => {
      const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(1_000_000)}</t></si></sst>` }
      const data = Array.from(
        { length: 4_000 },
        (_, n) =>
          `<row r="${n + 1}">${Array.from({ length: 25 }, (__, c) => `<c r="${String.fromCharCode(65 + c)}${n + 1}" t="s"><v>0</v></c>`).join('')}</row>`,
      )
      return of(data.join(''), '', shared)
    },
    'entities from outside': () => of(row('&x;'), '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    'entities within entities': () =>
      of(
        row('&d;'),
        `<!DOCTYPE w [<!ENTITY a "${'a'.repeat(1_000)}">${['b', 'c', 'd'].map((name, n) => `<!ENTITY ${name} "${`&${'abc'[n]};`.repeat(1_000)}">`).join('')}]>`,
      ),
    'a hundred thousand elements within each other': () => of(`<row r="1">${'<c>'.repeat(100_000)}`),
    'no sheet at all': () => {
      const parts = Object.entries(partsAround('')).filter(([name]) => !name.includes('/worksheets/'))
      return zipped(Object.fromEntries(parts))
    },
    'a sheet outside the file': () =>
      zipped({
        ...partsAround(sheet(row('甲'))),
        'xl/_rels/workbook.xml.rels': partsAround('')['xl/_rels/workbook.xml.rels']!.replace(
          'worksheets/sheet1.xml',
          '../../../../etc/passwd',
        ),
      }),
  }

  it.each(Object.entries(hostile))(
    '%s',
    async (_, make) => {
      const bytes = await make()
      const before = process.memoryUsage()
      const startedAt = performance.now()
      let turns = 0
      const ticking = setInterval(() => (turns += 1), 10)
      expect(await codeOf(readWorkbook(bytes))).toBe('WORKBOOK_UNREADABLE')
      clearInterval(ticking)
      const tookMs = performance.now() - startedAt
      expect(tookMs).toBeLessThan(25_000)
      // The event loop went on meanwhile.
      if (tookMs > 500) expect(turns).toBeGreaterThan(10)
      expect(process.memoryUsage().heapUsed - before.heapUsed).toBeLessThan(100 * 1024 * 1024)
    },
    60_000,
  )

  it('and the next honest one is read', async () => {
    expect(await readWorkbook(await workbookOf([['好']]))).toEqual([['好']])
  })
})
