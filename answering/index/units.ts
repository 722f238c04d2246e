// Strings and the numbers they are made of, without an encoder: the engine assumes nothing of its surroundings.

/** Arguments that one call takes on every machine. */
const CHUNK = 8_192

/** The string of these UTF-16 units. */
export function stringOf(units: Uint16Array | Uint8Array): string {
  const chunks: string[] = []
  for (let start = 0; start < units.length; start += CHUNK) {
    // Applied, not spread: an iterator over numbers takes five times as long.
    chunks.push(Reflect.apply(String.fromCharCode, null, units.subarray(start, start + CHUNK)) as string)
  }
  return chunks.join('')
}

/** One number a UTF-16 unit. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  return units
}

/** UTF-8; half a surrogate pair as U+FFFD. */
export function utf8Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    if (code >= 0xd800 && code < 0xe000) {
      const point = text.codePointAt(i)!
      if (point > 0xffff) {
        bytes[length++] = 0xf0 | (point >> 18)
        bytes[length++] = 0x80 | ((point >> 12) & 63)
        bytes[length++] = 0x80 | ((point >> 6) & 63)
        bytes[length++] = 0x80 | (point & 63)
        i++
        continue
      }
      code = 0xfffd
    }
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6)
    else {
      bytes[length++] = 0xe0 | (code >> 12)
      bytes[length++] = 0x80 | ((code >> 6) & 63)
    }
    bytes[length++] = 0x80 | (code & 63)
  }
  return bytes.slice(0, length)
}

/** Of bytes that `utf8Of` made; others give some text. */
export function fromUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i++]!
    if (byte < 0x80) {
      units[length++] = byte
      continue
    }
    const more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
    let point = byte & (0x3f >> more)
    for (let k = 0; k < more; k++) point = (point << 6) | (bytes[i++]! & 63)
    if (point > 0xffff) {
      units[length++] = 0xd7c0 + (point >> 10)
      units[length++] = 0xdc00 | (point & 0x3ff)
    } else units[length++] = point
  }
  return stringOf(units.subarray(0, length))
}
