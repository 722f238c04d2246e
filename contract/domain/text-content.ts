// Whether bytes are a text: in UTF-8, in GB18030 as most Chinese programs on Windows write it, or in UTF-16 with its mark.
export function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return isUtf16(bytes)
  return !bytes.some(isControl) && (isMadeOf(bytes, utf8Length) || isMadeOf(bytes, gb18030Length))
}

/** Tab, line feed, form feed and carriage return are a text’s, and the end mark that old programs write. */
const isControl = (code: number): boolean => code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 0x1a

function isUtf16(bytes: Uint8Array): boolean {
  if (bytes.length % 2 !== 0) return false
  const isLittle = bytes[0] === 0xff
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let place = 2; place < bytes.length; place += 2) if (isControl(view.getUint16(place, isLittle))) return false
  return true
}

/** How many bytes the character at a place takes; 0 where there is none. */
type LengthAt = (bytes: Uint8Array, place: number) => number

function isMadeOf(bytes: Uint8Array, lengthAt: LengthAt): boolean {
  for (let place = 0; place < bytes.length;) {
    const length = lengthAt(bytes, place)
    if (length === 0 || place + length > bytes.length) return false
    place += length
  }
  return true
}

const utf8Length: LengthAt = (bytes, place) => {
  const first = bytes[place] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  for (let follower = 1; follower < length; follower += 1) if (((bytes[place + follower] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

const gb18030Length: LengthAt = (bytes, place) => {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(place, place + 4)
  if (first < 0x80) return 1
  if (first === 0x80 || first === 0xff) return 0
  if (second >= 0x40 && second !== 0x7f && second !== 0xff) return 2
  return isDigit(second) && third >= 0x81 && third !== 0xff && isDigit(fourth) ? 4 : 0
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
