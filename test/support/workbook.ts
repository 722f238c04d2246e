// Workbooks as a spreadsheet would save them, and as nobody honest would.
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import writeWorkbook from 'write-excel-file/node'

/** One sheet of texts. */
export const workbookOf = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeWorkbook(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer()

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook around `sheetXml`, which is what stands in its one sheet. */
export const partsAround = (sheetXml: string): Record<string, string> => ({
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheetXml,
})

export const sheet = (data: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`

export const cell = (text: string, at = 'A1'): string => `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`

export const zipped = (parts: Record<string, string | Uint8Array>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]))),
  )

/** A zip whose one file says it is small and is not: `declaredBytes` instead of what comes out. */
export function lyingZip(name: string, content: Buffer, declaredBytes: number): Buffer {
  const packed = deflateRawSync(content, { level: 9 })
  const file = Buffer.from(name)
  const head = (signature: number, isCentral: boolean): Buffer => {
    const fields = Buffer.alloc(isCentral ? 46 : 30)
    fields.writeUInt32LE(signature, 0)
    const at = isCentral ? 6 : 4
    if (isCentral) fields.writeUInt16LE(20, 4)
    fields.writeUInt16LE(20, at)
    fields.writeUInt16LE(8, at + 4)
    fields.writeUInt32LE(packed.length, at + 14)
    fields.writeUInt32LE(declaredBytes, at + 18)
    fields.writeUInt16LE(file.length, at + 22)
    return fields
  }
  const local = Buffer.concat([head(0x04034b50, false), file, packed])
  const central = Buffer.concat([head(0x02014b50, true), file])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
