// A workbook is a zip. It is measured while it is unpacked, and what was measured is what gets read: a clean copy without
// compression, so that no second reader can see another file in it.
import { zipSync } from 'fflate'
import { fromBufferPromise } from 'yauzl'

export interface UnpackLimits {
  readonly entriesMax: number
  readonly unpackedMaxBytes: number
  /** Rows that may be named, blank ones with a colour included. */
  readonly namedRowsMax: number
}

/** Throws where it is no zip, is cut short, encrypted, too large, or has a document type (and so entities) in it. */
export async function unpack(
  bytes: Uint8Array,
  { entriesMax, unpackedMaxBytes, namedRowsMax }: UnpackLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
  const kept: Record<string, Uint8Array> = {}
  let entries = 0
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    entries += 1
    if (entries > entriesMax) throw new Error('too many entries')
    // Pictures, printer settings and macros are nobody's business here.
    if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += (chunk as Buffer).length
      if (unpacked > unpackedMaxBytes) throw new Error('too large')
      chunks.push(chunk as Buffer)
    }
    const content = Buffer.concat(chunks)
    if (content.includes('<!DOCTYPE')) throw new Error('a document type')
    if (/\/worksheets\//i.test(entry.fileName) && reachesTooFar(content.toString('latin1'), namedRowsMax)) throw new Error('too many rows')
    kept[entry.fileName] = content
  }
  return zipSync(kept, { level: 0 })
}

/** One cell far away would have the reader fill all places before it. What hides its address meets the thread's own bounds. */
function reachesTooFar(sheet: string, namedRowsMax: number): boolean {
  for (const [, column = '', row] of sheet.matchAll(/\sr=["']([A-Z]*)(\d+)["']/g))
    if (column.length > COLUMN_LETTERS_MAX || Number(row) > namedRowsMax) return true
  return false
}

const COLUMN_LETTERS_MAX = 2
