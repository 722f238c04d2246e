// What a file's content is told by: bytes at their places, names within.

export type Check = (bytes: Uint8Array) => boolean

export const codes = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** Latin letters and bytes at a place in the file. */
export const at =
  (offset: number, ...magic: readonly (string | number)[]): Check =>
  (bytes) => {
    const wanted = magic.flatMap((part) => (typeof part === 'number' ? [part] : codes(part)))
    return bytes.length > offset + wanted.length && wanted.every((byte, index) => bytes[offset + index] === byte)
  }
export const all =
  (...checks: readonly Check[]): Check =>
  (bytes) =>
    checks.every((check) => check(bytes))
export const any =
  (...checks: readonly Check[]): Check =>
  (bytes) =>
    checks.some((check) => check(bytes))

/** The bytes stand somewhere. */
export function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted
  for (let start = bytes.indexOf(first); start !== -1; start = bytes.indexOf(first, start + 1))
    if (wanted.every((byte, index) => bytes[start + index] === byte)) return true
  return false
}

export const latin = (bytes: Uint8Array, start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end))
