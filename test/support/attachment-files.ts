// A real file of each kind that may be attached, as small as it can be, and large where a test wants it large.
import { encode } from 'fast-png'
import type { RecordExtension } from '@zhengna/contract/domain/attachment.ts'
import { cell, partsAround, sheet, zipped } from './workbook.ts'

const little = (value: number, bytes: 2 | 4): Buffer => {
  const written = Buffer.alloc(bytes)
  if (bytes === 2) written.writeUInt16LE(value)
  else written.writeUInt32LE(value)
  return written
}

/** A second of silence, or more: PCM, 8 bits, 8,000 a second. */
export function wavOf(sampleBytes = 8_000): Buffer {
  const form = Buffer.concat([little(1, 2), little(1, 2), little(8_000, 4), little(8_000, 4), little(1, 2), little(8, 2)])
  const chunks = [
    Buffer.from('fmt '),
    little(form.length, 4),
    form,
    Buffer.from('data'),
    little(sampleBytes, 4),
    Buffer.alloc(sampleBytes, 128),
  ]
  const body = Buffer.concat(chunks)
  return Buffer.concat([Buffer.from('RIFF'), little(body.length + 4, 4), Buffer.from('WAVE'), body])
}

function aviOf(): Buffer {
  const header = Buffer.concat([Buffer.from('hdrlavih'), little(56, 4), Buffer.alloc(56)])
  const list = Buffer.concat([Buffer.from('LIST'), little(header.length, 4), header])
  return Buffer.concat([Buffer.from('RIFF'), little(list.length + 4, 4), Buffer.from('AVI '), list])
}

function mp4Of(brand = 'isom'): Buffer {
  const box = (name: string, content: Buffer): Buffer => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(8 + content.length)
    return Buffer.concat([size, Buffer.from(name, 'latin1'), content])
  }
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0isomavc1`, 'latin1')),
    box('moov', Buffer.alloc(32)),
    box('mdat', Buffer.alloc(64)),
  ])
}

/** Three frames of layer III: 32 kbit/s, 32 kHz, 144 bytes each. */
const mp3Of = (): Buffer =>
  Buffer.concat(Array.from({ length: 3 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x18, 0xc4]), Buffer.alloc(140)])))

/** An OLE2 file: head, allocation table, directory with a root and one stream, and the stream. */
export function ole2Of(stream: string): Buffer {
  const SECTOR = 512
  const head = Buffer.alloc(SECTOR)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head)
  ;[0x3e, 3, 0xfffe, 9, 6].forEach((value, index) => head.writeUInt16LE(value, 24 + 2 * index))
  head.writeUInt32LE(1, 44)
  head.writeUInt32LE(1, 48)
  head.writeUInt32LE(4096, 56)
  head.fill(0xff, 60, 64)
  head.fill(0xff, 68, 72)
  head.fill(0xff, 76)
  head.writeUInt32LE(0, 76)
  const table = Buffer.alloc(SECTOR, 0xff)
  ;[0xfffffffd, 0xfffffffe, ...Array.from({ length: 7 }, (_, sector) => sector + 3), 0xfffffffe].forEach((next, sector) =>
    table.writeUInt32LE(next, sector * 4),
  )
  const entry = (name: string, kind: number, child: number, start: number, size: number): Buffer => {
    const written = Buffer.alloc(128)
    written.write(name, 'utf16le')
    written.writeUInt16LE(2 * (name.length + 1), 64)
    written.writeUInt8(kind, 66)
    written.fill(0xff, 68, 76)
    written.writeUInt32LE(child, 76)
    written.writeUInt32LE(start, 116)
    written.writeUInt32LE(size, 120)
    return written
  }
  const directory = Buffer.concat([
    entry('Root Entry', 5, 1, 0xfffffffe, 0),
    entry(stream, 2, 0xffffffff, 2, 4096),
    Buffer.alloc(SECTOR - 256),
  ])
  return Buffer.concat([head, table, directory, Buffer.alloc(4096)])
}

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')
const jpg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)
const document =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>'

export const docxParts = { '[Content_Types].xml': '<?xml version="1.0"?><Types/>', 'word/document.xml': document }

export const attachmentFiles: Readonly<Record<RecordExtension, Buffer>> = {
  gif,
  jpg,
  png: Buffer.from(encode({ width: 2, height: 2, data: new Uint8Array(16), channels: 4 })),
  wmv: Buffer.concat([Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex'), little(30, 4), Buffer.alloc(26)]),
  rmvb: Buffer.concat([Buffer.from('.RMF'), Buffer.from([0, 0, 0, 18]), Buffer.alloc(10)]),
  mp4: mp4Of(),
  avi: aviOf(),
  wav: wavOf(),
  mp3: mp3Of(),
  txt: Buffer.from('申报时提示“税（费）种认定信息不存在”，附上截图。\r\n'),
  doc: ole2Of('WordDocument'),
  wps: ole2Of('WordDocument'),
  xls: ole2Of('Workbook'),
  docx: zipped(docxParts),
  xlsx: zipped(partsAround(sheet(`<row r="1">${cell('甲')}</row>`))),
  ofd: zipped({ 'OFD.xml': '<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>', 'Doc_0/Document.xml': '<a/>' }),
  pdf: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'),
}

export const foreignMp4 = (brand: string): Buffer => mp4Of(brand)
