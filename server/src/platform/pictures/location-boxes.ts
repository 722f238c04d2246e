// AVIF and JPEG XL are made of boxes: a length, a name, and what is in it.
import { latin } from '@zhengna/contract/domain/content-checks.ts'

interface Box {
  readonly name: string
  readonly start: number
  /** Where its content begins and ends. */
  readonly from: number
  readonly to: number
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  const view = viewOf(bytes)
  for (let start = from; start + 8 <= to;) {
    const short = view.getUint32(start)
    const isLong = short === 1
    if (isLong && start + 16 > to) return
    const length = isLong ? Number(view.getBigUint64(start + 8)) : short === 0 ? to - start : short
    const head = isLong ? 16 : 8
    if (length < head || start + length > to) return
    yield { name: latin(bytes, start + 4, start + 8), start, from: start + head, to: start + length }
    start += length
  }
}

/** `bytes` is changed, in place. */
export function wipeBoxes(bytes: Uint8Array): void {
  for (const { name, start, from, to } of boxesIn(bytes, 0, bytes.length)) {
    if (name === 'meta') wipeItems(bytes, from + 4, to)
    // JPEG XL has them side by side with the picture; brob: the same, compressed.
    if (name === 'Exif' || name === 'xml ' || name === 'brob') {
      bytes.set([0x66, 0x72, 0x65, 0x65], start + 4)
      bytes.fill(0, from, to)
    }
  }
}

/** AVIF: a list of items by name, and a list of where each lies. */
function wipeItems(bytes: Uint8Array, from: number, to: number): void {
  const boxes = [...boxesIn(bytes, from, to)]
  const [list, places, data] = ['iinf', 'iloc', 'idat'].map((wanted) => boxes.find(({ name }) => name === wanted))
  if (!list || !places) return
  const wanted = new Set(namedItems(bytes, list))
  for (const { item, start, length } of extentsOf(bytes, places, data?.from ?? 0))
    if (wanted.has(item) && start + length <= bytes.length) bytes.fill(0, start, start + length)
}

/** The numbers of items that are Exif or a text. */
function* namedItems(bytes: Uint8Array, { from, to }: Box): Generator<number> {
  const view = viewOf(bytes)
  const isShort = bytes[from] === 0
  for (const entry of boxesIn(bytes, from + 4 + (isShort ? 2 : 4), to)) {
    const version = bytes[entry.from] ?? 0
    if (entry.name !== 'infe' || version < 2 || entry.to < entry.from + 12) continue
    const idBytes = version === 2 ? 2 : 4
    const name = latin(bytes, entry.from + 4 + idBytes + 2, entry.from + 4 + idBytes + 6)
    if (name === 'Exif' || name === 'mime') yield idBytes === 2 ? view.getUint16(entry.from + 4) : view.getUint32(entry.from + 4)
  }
}

function* extentsOf(bytes: Uint8Array, { from, to }: Box, dataStart: number): Generator<{ item: number; start: number; length: number }> {
  const view = viewOf(bytes)
  let place = from
  const number = (size: number): number => {
    const at = place
    place += size
    if (place > to) return 0
    return size === 8 ? Number(view.getBigUint64(at)) : size === 4 ? view.getUint32(at) : size === 2 ? view.getUint16(at) : 0
  }
  const version = bytes[place] ?? 0
  place += 4
  const sizes = number(2)
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version === 0 ? 0 : sizes & 15]
  const count = number(version < 2 ? 2 : 4)
  for (let index = 0; index < count && place < to; index += 1) {
    const item = number(version < 2 ? 2 : 4)
    const isInData = version > 0 && (number(2) & 15) === 1
    number(2)
    const base = number(baseSize) + (isInData ? dataStart : 0)
    const extents = number(2)
    for (let extent = 0; extent < extents && place < to; extent += 1) {
      number(indexSize)
      const start = base + number(offsetSize)
      yield { item, start, length: number(lengthSize) }
    }
  }
}
