// Requests to a test server as any program could make them: right or wrong, with any token.
import { signIn as signInRoute } from '@zhengna/contract/http/sessions.ts'
import type { Reply, Route } from '@zhengna/contract/http/route.ts'
import { editionOf, type Role } from '@zhengna/contract/domain/person.ts'
import { DEMO_PASSWORD } from './server.ts'

export interface RawCall {
  readonly token?: string | null | undefined
  /** Replaces `token`: the whole header. */
  readonly authorization?: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly text?: string
}

export interface RawReply<T = unknown> {
  readonly status: number
  readonly body: T
  /** The failure's code, null for a success. */
  readonly code: string | null
  readonly message: string
}

export async function callRoute<R extends Route>(url: string, route: R, call: RawCall = {}): Promise<RawReply<Reply<R>>> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(call.params?.[name] ?? ''))
  const address = new URL(path, url)
  for (const [name, value] of Object.entries(call.query ?? {})) address.searchParams.set(name, String(value))
  const authorization = call.authorization ?? (call.token ? `Bearer ${call.token}` : undefined)
  const text = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body))
  const response = await fetch(address, {
    method: route.method,
    headers: { ...(authorization !== undefined && { authorization }), ...(text !== undefined && { 'content-type': 'application/json' }) },
    ...(text !== undefined && { body: text }),
  })
  const body = (await response.json()) as Reply<R>
  const { error } = (body ?? {}) as { error?: { code: string; message: string } }
  return { status: response.status, body, code: error?.code ?? null, message: error?.message ?? '' }
}

/** The demo account of each role. */
export const accountOf: Record<Role, string> = {
  taxpayer: 'nsr001',
  agent: 'zx001',
  supervisor: 'bz001',
  editor: 'zs001',
  admin: 'admin001',
}

export type Signed = Reply<typeof signInRoute>

/** Signs in with the demo password; throws with the code where it is refused. */
export async function signIn(url: string, account: string): Promise<Signed> {
  const role = (Object.keys(accountOf) as Role[]).find((known) => accountOf[known] === account)
  const edition = editionOf(role ?? (account.startsWith('nsr') ? 'taxpayer' : 'agent'))
  const reply = await callRoute(url, signInRoute, { body: { account, password: DEMO_PASSWORD, edition } })
  if (reply.code) throw new Error(`${account}: ${reply.code}`)
  return reply.body
}
