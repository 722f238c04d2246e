// Requests as any desktop makes them.
import type { Reply, Route } from '@zhengna/contract/http/route.ts'

/** What the server refused: its code. */
export class Refusal extends Error {}

export type Call = <R extends Route>(route: R, body?: unknown, params?: Record<string, string>) => Promise<Reply<R>>

/** Errors: Refusal. */
export const callAs =
  (serverUrl: string, token: string): Call =>
  async (route, body, params = {}) => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
    const response = await fetch(new URL(path, serverUrl), {
      method: route.method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const reply = (await response.json()) as { error?: { code: string } }
    if (!response.ok) throw new Refusal(reply.error?.code ?? String(response.status))
    return reply as never
  }

/** Somebody else was faster, or it is over: what people meet every day. All else is a fault of the run. */
export const unlessRefused = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    },
  )
