import { hostEvents, hostRequests } from '@zhengna/contract/host/index.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWindow, type RunningShell } from '../support/electron-double/shell.ts'

let shell: RunningShell
beforeAll(async () => {
  shell = await startWindow({ edition: 'taxpayer' })
})
afterAll(() => shell.dispose())

const invocations = async () => (await shell.ask('recorded')).filter(({ what }) => what === 'ipc.invoke').length
const codeOf = (result: unknown) => (result as { error?: { code: string } }).error?.code

describe('the preload', () => {
  test('exposes the host contract and nothing else', async () => {
    expect(await shell.ask('world')).toEqual({ zhengna: ['request', 'on'] })
  })

  test.for(Object.keys(hostRequests))('carries %s to the host', async (name) => {
    const before = await invocations()
    const result = await shell.ask('request', name, {})
    expect(result).toHaveProperty('ok')
    expect(await invocations()).toBe(before + 1)
    if (hostRequests[name as keyof typeof hostRequests].editions.includes('taxpayer'))
      expect(codeOf(result)).not.toBe('HOST_REQUEST_UNKNOWN')
  })

  test.for(['session.steal', 'toString', '__proto__', 'constructor', '', 'messages.changed'])(
    'refuses the unknown request %j without reaching IPC',
    async (name) => {
      const before = await invocations()
      expect(codeOf(await shell.ask('request', name, {}))).toBe('HOST_REQUEST_UNKNOWN')
      expect(await invocations()).toBe(before)
    },
  )

  test('gives a listener the payload alone, until it stops listening', async () => {
    await shell.ask('listen', 'settings.changed')
    await shell.ask('request', 'settings.set', { fontStep: 1 })
    await shell.until(async () => (await shell.ask('heard')).length > 0)
    expect(await shell.ask('heard')).toEqual([
      { name: 'settings.changed', payload: { theme: 'system', fontStep: 1, desktopNotes: true, desktopSounds: true }, extra: 0 },
    ])
    await shell.ask('stopListening', 'settings.changed')
    await shell.ask('request', 'settings.set', { fontStep: 0 })
    expect(await shell.ask('heard')).toHaveLength(1)
  })

  test.for(['settings.stolen', 'toString', 'session.get'])('hears nothing under the unknown event name %j', async (name) => {
    await shell.ask('listen', name)
    await shell.ask('request', 'settings.set', { fontStep: 2 })
    expect((await shell.ask('heard')).filter((one) => one.name === name)).toEqual([])
  })
})

describe('IPC', () => {
  test('has one channel for each request of the contract and no other', async () => {
    expect((await shell.ask('channels')).sort()).toEqual(
      Object.keys(hostRequests)
        .map((name) => `zhengna:request:${name}`)
        .sort(),
    )
  })

  test.for([
    ['a frame within the page', 'frame-in-page'],
    ['a page that has gone', 'gone'],
    ['a web page', { url: 'https://zhengna/' }],
    ['an address that only begins like ours', { url: 'app://zhengna.example/' }],
    ['an address with a user name like ours', { url: 'app://zhengna@example/' }],
    ['a file', { url: 'file:///zhengna/index.html' }],
    ['an empty page', { url: 'about:blank' }],
  ] as const)('refuses %s', async ([, frame]) => {
    expect(codeOf(await shell.ask('invokeAs', 'zhengna:request:session.get', {}, frame))).toBe('FORBIDDEN')
  })

  test('answers the page itself', async () => {
    expect(await shell.ask('invokeAs', 'zhengna:request:session.get', {}, 'page')).toMatchObject({ ok: true })
  })

  test('answers wrong parameters with a Result', async () => {
    expect(codeOf(await shell.ask('request', 'chat.send', { text: 7 }))).toBe('REQUEST_INVALID')
  })
})

test('every event of the contract can be listened to', async () => {
  for (const name of Object.keys(hostEvents)) await shell.ask('listen', name)
  expect(Object.keys(hostEvents).length).toBeGreaterThan(0)
})
