// Every route that any Fastify of this process registers from now on, told by Fastify's own diagnostics channel.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

export interface RegisteredRoute {
  readonly method: string
  readonly url: string
}

export function watchRegisteredRoutes(): { readonly routes: readonly RegisteredRoute[]; stop(): void } {
  const routes: RegisteredRoute[] = []
  const listen = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url })
    })
  }
  subscribe('fastify.initialization', listen)
  return { routes, stop: () => void unsubscribe('fastify.initialization', listen) }
}
