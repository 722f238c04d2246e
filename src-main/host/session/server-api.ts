// Requests to the server, by route. A lost line is a Result like any other.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { failure, isErrorCode } from '@zhengna/contract/errors.ts'
import type { Call, Reply, Route } from '@zhengna/contract/http/route.ts'
import { fail, ok, type Failure, type Result } from '@zhengna/contract/result.ts'

/** What a call needs: only the parts that the route has. */
export type Arguments<R extends Route> = {
  [K in keyof Call<R> as Call<R>[K] extends undefined ? never : K]: Call<R>[K]
}

export interface ServerApi {
  /** `token`: null for public routes. Errors: the route's own, and HOST_OFFLINE when there is no line. */
  call<R extends Route>(route: R, args: Arguments<R>, token: string | null): Promise<Result<Reply<R>>>
  /** Into a file, which is not whole where it fails. Errors: the server's, and HOST_OFFLINE when there is no line. */
  download(address: string, file: string, token: string): Promise<Result<null>>
}

const WAIT_MAX_MS = 15_000
const DOWNLOAD_MAX_MS = 10 * 60_000

export function createServerApi(serverUrl: string): ServerApi {
  return {
    async call<R extends Route>(route: R, args: Arguments<R>, token: string | null): Promise<Result<Reply<R>>> {
      const { params = {}, query = {}, body } = args as { params?: Record<string, string>; query?: object; body?: unknown }
      const url = new URL(fill(route.path, params), serverUrl)
      for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value))
      try {
        const response = await fetch(url, {
          method: route.method,
          headers: {
            ...(token && { authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(route.waitMaxMs ?? WAIT_MAX_MS),
        })
        const reply: unknown = await response.json()
        return response.ok ? ok(reply as Reply<R>) : fail(toFailure(reply))
      } catch {
        // fetch throws for a refused, cut or silent line, json() for a proxy's page: either way there is no line.
        return fail(failure('HOST_OFFLINE'))
      }
    },
    async download(address, file, token) {
      try {
        const response = await fetch(new URL(address, serverUrl), {
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(DOWNLOAD_MAX_MS),
        })
        if (!response.ok) return fail(toFailure(await response.json()))
        // fetch's stream is Node's web stream, but for its types. A body that is cut ends in an error, not short.
        const body = Readable.fromWeb(response.body as unknown as ReadableStream)
        await pipeline(body, createWriteStream(file, { mode: 0o600 }))
        return ok(null)
      } catch {
        return fail(failure('HOST_OFFLINE'))
      }
    },
  }
}

function fill(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

function toFailure(reply: unknown): Failure {
  const error = (reply as { error?: Failure } | null)?.error
  return error && isErrorCode(error.code) ? error : failure('INTERNAL')
}
