// What a TIFF says of places, in each of its pages: the directory of GPS, and the texts that editors leave (XMP, IPTC, Photoshop’s).
const GPS = 0x8825
const EXIF = 0x8769
const TEXTS = new Set([0x02bc, 0x83bb, 0x8649])
/** Of each type of value. */
const VALUE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
/** Pages, and directories within them. */
const DIRECTORIES_MAX = 10_000

/** `bytes` is changed, in place. What is not a whole directory is left alone. */
export function wipeTiff(bytes: Uint8Array): void {
  const isLittle = bytes[0] === 0x49
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seen = new Set<number>()
  const has = (start: number, length: number): boolean => start >= 8 && start + length <= bytes.length

  /** Where the entries of a directory are; none where it is not whole. */
  const entriesOf = (directory: number): number[] => {
    if (!has(directory, 2)) return []
    const count = view.getUint16(directory, isLittle)
    return has(directory, 2 + count * 12) ? Array.from({ length: count }, (_, index) => directory + 2 + index * 12) : []
  }
  const wipeValue = (entry: number): void => {
    const length = (VALUE_BYTES[view.getUint16(entry + 2, isLittle)] ?? 0) * view.getUint32(entry + 4, isLittle)
    const start = length <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle)
    if (has(start, length)) bytes.fill(0, start, start + length)
  }
  const wipeDirectory = (directory: number): void => {
    for (const entry of entriesOf(directory)) {
      wipeValue(entry)
      bytes.fill(0, entry, entry + 12)
    }
  }
  const walk = (directory: number): void => {
    if (seen.has(directory) || seen.size > DIRECTORIES_MAX) return
    seen.add(directory)
    const entries = entriesOf(directory)
    for (const entry of entries) {
      const tag = view.getUint16(entry, isLittle)
      const value = view.getUint32(entry + 8, isLittle)
      if (tag === GPS) wipeDirectory(value)
      else if (tag === EXIF) walk(value)
      else if (TEXTS.has(tag)) wipeValue(entry)
    }
    const next = directory + 2 + entries.length * 12
    if (entries.length > 0 && has(next, 4)) walk(view.getUint32(next, isLittle))
  }
  if (bytes.length >= 8) walk(view.getUint32(4, isLittle))
}
