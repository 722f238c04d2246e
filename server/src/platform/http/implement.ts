// Binds a contract route to its handler: who may call, what is parsed, what is promised.
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import { DomainError } from '@zhengna/contract/errors.ts'
import { mayCall, type Access, type Call, type Reply, type Route } from '@zhengna/contract/http/route.ts'
import type { Caller, Tokens } from '../auth/tokens.ts'

/** What a handler gets. `caller` is null on public routes alone. */
export interface Incoming<R extends Route> extends Call<R> {
  readonly caller: R['access'] extends 'public' ? Caller | null : Caller
  readonly address: string
}

export interface RouteOptions {
  /** Requests a minute from one address, where a route needs a limit of its own. */
  readonly perMinutePerAddress?: number
}

export type Implement = <R extends Route>(route: R, handler: (incoming: Incoming<R>) => Promise<Reply<R>>, options?: RouteOptions) => void

/** `isSessionOpen`: a token outlives its session by minutes; its session's end is what counts. */
export function createImplement(app: FastifyInstance, tokens: Tokens, isSessionOpen: (sessionId: string) => Promise<boolean>): Implement {
  return (route, handler, options = {}) => {
    const schema: FastifySchema & { tags: string[]; summary: string; security: object[] } = {
      tags: [route.tag],
      summary: route.summary,
      security: route.access === 'public' ? [] : [{ bearer: [] }],
      response: { 200: route.reply },
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      // A field too many is a mistake the caller should hear of.
      ...(route.body && { body: { ...route.body, additionalProperties: false } }),
    }
    app.route({
      method: route.method,
      url: route.path,
      schema,
      ...(route.bodyMaxBytes !== undefined && { bodyLimit: route.bodyMaxBytes }),
      // Replies are built from parsed rows; serialising by schema would silently drop what a schema forgot.
      serializerCompiler: () => JSON.stringify,
      ...(options.perMinutePerAddress && { config: { rateLimit: { max: options.perMinutePerAddress, timeWindow: 60_000 } } }),
      // Before validation: a stranger learns nothing about what a route takes.
      onRequest: async (request) => {
        request.caller = await authorise(route, request, tokens, isSessionOpen)
      },
      handler: async (request) =>
        handler({
          caller: request.caller as never,
          params: request.params as never,
          query: request.query as never,
          body: request.body as never,
          address: request.ip,
        }),
    })
  }
}

/** Who calls what is no contract route, being no JSON. Errors: as such a route's. */
export type CallerOf = (request: FastifyRequest, access: Exclude<Access, 'public'>) => Promise<Caller>

export function createCallerOf(tokens: Tokens, isSessionOpen: (sessionId: string) => Promise<boolean>): CallerOf {
  return async (request, access) => {
    const caller = await authorise({ access }, request, tokens, isSessionOpen)
    if (!caller) throw new DomainError('AUTH_REQUIRED')
    return caller
  }
}

async function authorise(
  route: Pick<Route, 'access'>,
  request: FastifyRequest,
  tokens: Tokens,
  isSessionOpen: (sessionId: string) => Promise<boolean>,
): Promise<Caller | null> {
  const header = request.headers.authorization
  if (!header?.startsWith('Bearer ')) {
    if (route.access === 'public') return null
    throw new DomainError('AUTH_REQUIRED')
  }
  const checked = await tokens.check(header.slice('Bearer '.length))
  if (!checked.ok) {
    if (route.access === 'public') return null
    throw new DomainError(checked.code)
  }
  if (!(await isSessionOpen(checked.caller.sessionId))) throw new DomainError('TOKEN_EXPIRED')
  if (!mayCall(route.access, checked.caller.role)) throw new DomainError('FORBIDDEN')
  return checked.caller
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
}
