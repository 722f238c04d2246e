// Whether a file's content is what its name says: asked at the desktop before an upload, and again by the server after it.
import type { AttachmentExtension } from './attachment.ts'
import { all, any, at, codes, includes, latin, type Check } from './content-checks.ts'
import { talkChecks } from './talk-content.ts'
import { isText } from './text-content.ts'
import { namesInZip } from './zip-names.ts'

/** OLE2, in which Office kept documents before 2007; its streams have their names in UTF-16. */
const ole2 = at(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const ole2With = (...streams: readonly string[]): Check => {
  const names = streams.map((name) => codes(name).flatMap((code) => [code, 0]))
  return (bytes) => ole2(bytes) && names.some((name) => includes(bytes, name))
}
/** A zip that has the parts, and no macros. */
const zipWith =
  (...parts: readonly string[]): Check =>
  (bytes) => {
    const names = namesInZip(bytes)
    return names !== null && parts.every((part) => names.has(part)) && ![...names].some((name) => /(^|\/)vbaProject\.bin$/i.test(name))
  }

const pdf = at(0, '%PDF-')

const checks: Record<AttachmentExtension, Check> = {
  gif: any(at(0, 'GIF87a'), at(0, 'GIF89a')),
  jpg: at(0, 0xff, 0xd8, 0xff),
  png: all(at(0, 0x89, 'PNG\r\n', 0x1a, '\n'), at(12, 'IHDR')),
  // ASF
  wmv: at(0, 0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, 0x00, 0xaa, 0x00, 0x62, 0xce, 0x6c),
  rmvb: at(0, '.RMF'),
  // Cameras have brands of their own; these are the ones of pictures, sounds and QuickTime.
  mp4: (bytes) => at(4, 'ftyp')(bytes) && !/^(qt  |hei|hev|mif1|msf1|avi[fs]|M4[ABP]|F4[AB]|cr[ax] |jp2 |jpx )/.test(latin(bytes, 8, 12)),
  avi: all(at(0, 'RIFF'), at(8, 'AVI ')),
  wav: all(at(0, 'RIFF'), at(8, 'WAVE')),
  mp3: any(at(0, 'ID3'), isMpegSound),
  // A PDF may be all text; what a program would open as one is no note.
  txt: (bytes) => isText(bytes) && !pdf(bytes),
  doc: ole2With('WordDocument'),
  // WPS Writer’s, or Works’.
  wps: ole2With('WordDocument', 'CONTENTS'),
  xls: ole2With('Workbook', 'Book'),
  docx: zipWith('[Content_Types].xml', 'word/document.xml'),
  xlsx: zipWith('[Content_Types].xml', 'xl/workbook.xml'),
  ofd: zipWith('OFD.xml'),
  pdf,
  ...talkChecks,
}

/** `bytes`: the whole file. */
export const isAttachmentContent = (extension: AttachmentExtension, bytes: Uint8Array): boolean => checks[extension](bytes)

/** A frame's head of MPEG layer III: in sync, with a bit rate and a sampling rate that there are. */
function isMpegSound(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 0 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3
}
