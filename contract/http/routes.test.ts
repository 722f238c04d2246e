import { describe, expect, it } from 'vitest'
import { roles } from '../domain/person.ts'
import { routes } from './index.ts'
import { mayCall, type Route } from './route.ts'

const all: [string, Route][] = Object.entries(routes)

describe('the routes', () => {
  it('no two share a method and a path', () => {
    const places = all.map(([, { method, path }]) => `${method} ${path}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it.each(all)('%s lies under /api/ and names its parameters', (_, route) => {
    expect(route.path).toMatch(/^\/api(\/[a-z-]+|\/:[a-zA-Z]+)+$/)
    const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    const declared = Object.keys((route.params as { properties?: object } | undefined)?.properties ?? {})
    expect(declared).toEqual(named)
  })

  it.each(all)('%s takes a body exactly where its method carries one', (_, { method, body }) => {
    if (method === 'GET' || method === 'DELETE') expect(body).toBeUndefined()
  })

  it('a list of roles is never empty and never names a role twice', () => {
    for (const [, { access }] of all) {
      if (typeof access === 'string') continue
      expect(access.length).toBeGreaterThan(0)
      expect(new Set(access).size).toBe(access.length)
    }
  })

  it('public lets everybody in, signed-in every role but nobody, a list its roles alone', () => {
    const callers = [...roles, null]
    expect(callers.filter((role) => mayCall('public', role))).toEqual(callers)
    expect(callers.filter((role) => mayCall('signed-in', role))).toEqual([...roles])
    expect(callers.filter((role) => mayCall(['agent'], role))).toEqual(['agent'])
  })

  it('only signing in (also by a password one was given) and renewing are public', () => {
    expect(all.flatMap(([name, { access }]) => (access === 'public' ? name : []))).toEqual(['signIn', 'claimAccount', 'renewSession'])
  })
})
