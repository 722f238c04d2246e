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

/** A text of ASCII characters as bytes. */
export function bytesOfAscii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
