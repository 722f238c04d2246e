// A file as a Response, whole or the part asked for: a video can only be moved in when ranges work.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pagePolicy } from '../../host/page-policy.ts'
import type { StaticFile } from './static-file.ts'

export const refusal = (status: number) => new Response(null, { status, headers: pagePolicy })

export async function fileResponse(file: StaticFile, request: Request): Promise<Response> {
  const sizeBytes = await sizeOf(file.path)
  if (sizeBytes === null) return refusal(404)
  const range = parseRange(request.headers.get('range'), sizeBytes)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...pagePolicy, 'content-range': `bytes */${sizeBytes}` } })
  const { first, last } = range ?? { first: 0, last: sizeBytes - 1 }
  const headers = {
    ...pagePolicy,
    'content-type': file.contentType,
    ...file.headers,
    'content-length': String(last - first + 1),
    'accept-ranges': 'bytes',
    ...(range && { 'content-range': `bytes ${first}-${last}/${sizeBytes}` }),
  }
  const hasBody = request.method === 'GET' && sizeBytes > 0
  return new Response(hasBody ? bodyOf(file.path, first, last) : null, { status: range ? 206 : 200, headers })
}

// Node's web stream is the DOM's, but for its types.
const bodyOf = (path: string, start: number, end: number) =>
  Readable.toWeb(createReadStream(path, { start, end })) as unknown as ReadableStream

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** One range, as browsers ask; null (the whole file) for none, for several and for other units, as RFC 9110 allows. */
export function parseRange(header: string | null, sizeBytes: number): { first: number; last: number } | 'unsatisfiable' | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return null
  const [, from, to] = found
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  return first > last ? 'unsatisfiable' : { first, last }
}
