import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { defineRoute } from '@zhengna/contract/http/route.ts'
import { runRegression } from '@zhengna/contract/http/test-bench.ts'
import { Type } from 'typebox'
import { afterEach, expect, test } from 'vitest'
import { createServerApi } from './server-api.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
})

/** Takes every request and never answers. */
async function silentServer(): Promise<string> {
  server = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('an answer is waited for as long as its route says, and the line counts as lost after that', async () => {
  const hurried = defineRoute({
    method: 'GET',
    path: '/api/x',
    access: 'public',
    tag: 'x',
    summary: '',
    reply: Type.Object({}),
    waitMaxMs: 20,
  })
  const result = await createServerApi(await silentServer()).call(hurried, {}, null)
  expect(result).toMatchObject({ ok: false, error: { code: 'HOST_OFFLINE' } })
})

test('a run of the regression set may take minutes', () => {
  expect(runRegression.waitMaxMs).toBeGreaterThanOrEqual(120_000)
})
