// Whether a file's content is what its name says, of the kinds that a talk takes and a record does not. Nothing is opened or unpacked.
import { all, any, at, latin, type Check } from './content-checks.ts'
import type { RecordExtension } from './attachment.ts'
import type { TalkExtension } from './talk-file.ts'
import { isText } from './text-content.ts'
import { namesInZip } from './zip-names.ts'

/** What stands before a text's first element: marks, declarations and comments. */
const SVG_START =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\]\s*)?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?svg[\s>/]/i
const XBM_SIZE = /#define\s+\w+width\s+\d+\s+#define\s+\w+height\s+\d+/
/** Enough of a text to know it by; its own letters do not matter for that. */
const TEXT_START_BYTES = 16_384
/** Of a bitmap's second header, by which its version is told. */
const BITMAP_HEADERS = [12, 40, 52, 56, 64, 108, 124]
/** The first byte of a table, by what program and with what memo file. */
const TABLE_VERSIONS = [0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0xcb, 0xe5, 0xf5, 0xfb]

const startOf = (bytes: Uint8Array): string => latin(bytes, 0, TEXT_START_BYTES)
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const talkChecks: Readonly<Record<Exclude<TalkExtension, RecordExtension>, Check>> = {
  tif: any(at(0, 'II', 42, 0), at(0, 'MM', 0, 42)),
  jxl: any(at(0, 0xff, 0x0a), at(0, 0, 0, 0, 12, 'JXL \r\n', 0x87, '\n')),
  webp: all(at(0, 'RIFF'), at(8, 'WEBP')),
  // One of its brands is the picture's; the first may be that of all pictures of the family.
  avif: (bytes) => at(4, 'ftyp')(bytes) && /avi[fs]/.test(latin(bytes, 8, Math.min(64, viewOf(bytes).getUint32(0)))),
  bmp: (bytes) => at(0, 'BM')(bytes) && bytes.length > 26 && BITMAP_HEADERS.includes(viewOf(bytes).getUint32(14, true)),
  ico: (bytes) => at(0, 0, 0, 1, 0)(bytes) && bytes.length > 22 && bytes[4] !== 0 && bytes[5] === 0,
  xbm: (bytes) => isText(bytes) && XBM_SIZE.test(startOf(bytes)),
  svg: (bytes) => isText(bytes) && SVG_START.test(startOf(bytes)),
  svgz: at(0, 0x1f, 0x8b, 8),
  zip: (bytes) => namesInZip(bytes) !== null,
  rar: any(at(0, 'Rar!', 0x1a, 7, 0), at(0, 'Rar!', 0x1a, 7, 1, 0)),
  dbf: isTable,
}

/** dBASE: a date, and a head and rows that fit into the file. */
function isTable(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes
  if (bytes.length < 33 || !TABLE_VERSIONS.includes(version) || month < 1 || month > 12 || day < 1 || day > 31) return false
  const view = viewOf(bytes)
  const [rows, headBytes, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  return headBytes >= 33 && rowBytes >= 1 && headBytes + rows * rowBytes <= bytes.length
}
