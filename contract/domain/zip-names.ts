// The names of a zip's files, from its directory at the end. Nothing is unpacked, so nothing can be larger than it says.
const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const COMMENT_MAX_BYTES = 0xffff
const ENTRY_BYTES = 46

/** null where it is no zip, or its directory is not whole. Names that are no Latin letters come out garbled, which no part’s is. */
export function namesInZip(bytes: Uint8Array): ReadonlySet<string> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null || view.byteLength < 4 || view.getUint32(0, true) !== 0x04034b50) return null
  const names = new Set<string>()
  const count = view.getUint16(end + 10, true)
  let place = view.getUint32(end + 16, true)
  for (let read = 0; read < count; read += 1) {
    if (place + ENTRY_BYTES > end || view.getUint32(place, true) !== ENTRY) return null
    const length = view.getUint16(place + 28, true)
    const after = place + ENTRY_BYTES + length
    if (after > end) return null
    names.add(String.fromCharCode(...bytes.subarray(place + ENTRY_BYTES, after)))
    place = after + view.getUint16(place + 30, true) + view.getUint16(place + 32, true)
  }
  return names
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_BYTES
  for (let place = last; place >= 0 && place >= last - COMMENT_MAX_BYTES; place -= 1) if (view.getUint32(place, true) === END) return place
  return null
}
