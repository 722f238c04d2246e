// Stopping: what was begun is finished, and nobody who only keeps a connection open holds it up.
import { Agent, request } from 'node:http'
import { expect, it } from 'vitest'
import { DEMO_PASSWORD, startTestServer } from '../support/server.ts'

/** Twice as many as hash at the same moment. */
const CONNECTIONS = 8

it('a stop answers what was asked before, and does not wait for connections that are only kept', async () => {
  const server = await startTestServer()
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const ask = (method: string, path: string, body = ''): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const asked = request(server.url + path, { method, agent, ...(body !== '' && { headers }) }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0))
      })
      asked.on('error', reject).end(body)
    })
  const everywhere = (once: (index: number) => Promise<number>): Promise<number>[] =>
    Array.from({ length: CONNECTIONS }, (_, index) => once(index))
  await Promise.all(everywhere(() => ask('GET', '/api/health')))
  // Hashing takes its time: when the first is answered, others are still under way.
  const body = (account: string): string => JSON.stringify({ account, password: DEMO_PASSWORD, edition: 'taxpayer' })
  const replies = everywhere((index) => ask('POST', '/api/sessions', body(index % 2 === 0 ? 'nsr001' : 'nsr002')))
  await Promise.race(replies)
  let stopped = false
  const stopping = server.stop().then(() => (stopped = true))
  expect(await Promise.all(replies)).toEqual(replies.map(() => 200))
  await expect.poll(() => stopped, { timeout: 5_000 }).toBe(true)
  agent.destroy()
  await stopping
  await server.remove()
})
