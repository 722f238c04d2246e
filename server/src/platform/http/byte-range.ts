// One range of bytes, as browsers ask for a video's.
import type { ByteRange } from '../blobs/blobs.ts'

/** null: the whole (none asked, several, or other units: RFC 9110 allows to answer these whole). */
export function parseRange(header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  const start = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from)
  const end = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  return start > end ? 'unsatisfiable' : { start, end }
}
