// 快捷入口 over the whole way: the taxpayer's choice, on every device, with a line or without.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ShortcutId } from '@zhengna/contract/ids.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: TestHost
let laptop: TestHost

beforeAll(async () => {
  server = await startTestServer()
  desk = await openTestHost('taxpayer', server.url)
  laptop = await openTestHost('taxpayer', server.url)
  await desk.signIn('nsr001')
  await laptop.signIn('nsr001')
})
afterAll(async () => {
  await desk.remove()
  await laptop.remove()
  await server.remove()
})

const SOON = { timeout: 30_000 }
const board = (host: TestHost) => host.ask('shortcuts.open', {})
const choose = (host: TestHost, ...ids: string[]) => host.ask('shortcuts.choose', { ids: ids as ShortcutId[] })
const shows = (host: TestHost, ...ids: string[]) => expect.poll(async () => (await board(host))?.shown, SOON).toEqual(ids)
const isThere = (host: TestHost) => expect.poll(() => board(host), SOON).not.toBeNull()

it('begins with the office’s, and one’s own choice is on every device at once', async () => {
  await isThere(desk)
  const first = await board(desk)
  expect(first?.shown).toEqual(first?.defaults)
  expect(first?.catalogue.length).toBeGreaterThan(first!.shown.length)
  await choose(desk, 'packs', 'person')
  expect((await board(desk))?.shown).toEqual(['packs', 'person'])
  await shows(laptop, 'packs', 'person')
})

it('chosen with no line it is shown here, after a restart too, and everywhere when the line is back', async () => {
  await server.stop()
  await desk.heard('connection.changed', ({ state }) => state === 'offline')
  await choose(desk, 'person', 'notices')
  await desk.reopen()
  expect((await board(desk))?.shown).toEqual(['person', 'notices'])
  expect((await board(laptop))?.shown).toEqual(['packs', 'person'])
  await server.restart()
  await shows(laptop, 'person', 'notices')
  expect((await board(desk))?.shown).toEqual(['person', 'notices'])
})

it('is nobody else’s', async () => {
  const other = await openTestHost('taxpayer', server.url)
  await other.signIn('nsr002')
  await isThere(other)
  expect((await board(other))?.shown).toEqual((await board(other))?.defaults)
  await other.remove()
})
