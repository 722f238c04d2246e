import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLoopbackBridge, type BridgeSocket } from './loopback-bridge.ts'

/** A line that the test opens, answers and cuts. */
class FakeSocket implements BridgeSocket {
  readonly sent: string[] = []
  private readonly listeners: Record<string, ((event: { data: unknown }) => void)[]> = {}
  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    ;(this.listeners[type] ??= []).push(listener)
  }
  send(text: string): void {
    this.sent.push(text)
  }
  happen(type: 'open' | 'close'): void {
    for (const listener of this.listeners[type] ?? []) listener({ data: null })
  }
  receive(frame: unknown): void {
    for (const listener of this.listeners.message ?? []) listener({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) })
  }
}

const offline = { ok: false, error: { code: 'HOST_OFFLINE' } }

function bridgeWithLines() {
  const lines: FakeSocket[] = []
  const bridge = createLoopbackBridge('ws://127.0.0.1/host', () => {
    const line = new FakeSocket()
    lines.push(line)
    return line
  })
  return { bridge, line: (index: number) => lines[index]!, count: () => lines.length }
}

describe('the loopback bridge', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('a request asked before the line is up is sent once it is, and gets its own answer', async () => {
    const { bridge, line } = bridgeWithLines()
    const first = bridge.request('shell.get', {})
    const second = bridge.request('settings.get', {})
    expect(line(0).sent).toEqual([])
    line(0).happen('open')
    expect(line(0).sent.map((text) => (JSON.parse(text) as { name: string }).name)).toEqual(['shell.get', 'settings.get'])
    line(0).receive({ id: 2, result: { ok: true, value: { theme: 'dark', fontStep: 1 } } })
    line(0).receive({ id: 1, result: { ok: true, value: { version: '1' } } })
    expect(await first).toMatchObject({ value: { version: '1' } })
    expect(await second).toMatchObject({ value: { theme: 'dark' } })
  })

  test('requests under way and requests asked while the line is down resolve to HOST_OFFLINE', async () => {
    const { bridge, line } = bridgeWithLines()
    line(0).happen('open')
    const underWay = bridge.request('shell.get', {})
    line(0).happen('close')
    expect(await underWay).toMatchObject(offline)
    expect(await bridge.request('shell.get', {})).toMatchObject(offline)
  })

  test('it reconnects by itself, each time waiting twice as long up to five seconds, and starts over once it was up', () => {
    const { bridge, line, count } = bridgeWithLines()
    const waits = [250, 500, 1000, 2000, 4000, 5000, 5000]
    waits.forEach((wait, index) => {
      line(index).happen('close')
      vi.advanceTimersByTime(wait - 1)
      expect(count()).toBe(index + 1)
      vi.advanceTimersByTime(1)
      expect(count()).toBe(index + 2)
    })
    line(7).happen('open')
    expect(bridge.state()).toBe('up')
    line(7).happen('close')
    vi.advanceTimersByTime(250)
    expect(count()).toBe(9)
  })

  test('events reach who listens, over the new line too, and not who stopped', () => {
    const { bridge, line } = bridgeWithLines()
    const heard: unknown[] = []
    const stop = bridge.on('settings.changed', (settings) => heard.push(settings))
    line(0).happen('open')
    line(0).receive({ event: 'settings.changed', payload: 1 })
    line(0).happen('close')
    vi.advanceTimersByTime(250)
    line(1).happen('open')
    line(1).receive({ event: 'settings.changed', payload: 2 })
    stop()
    line(1).receive({ event: 'settings.changed', payload: 3 })
    expect(heard).toEqual([1, 2])
  })

  test('what is not a frame of ours is dropped', async () => {
    const { bridge, line } = bridgeWithLines()
    line(0).happen('open')
    const asked = bridge.request('shell.get', {})
    for (const nonsense of ['', '{', 'null', '[]', '{"id":"1","result":{}}', '{"id":99,"result":{"ok":true}}']) line(0).receive(nonsense)
    line(0).receive({ id: 1, result: { ok: true, value: null } })
    expect(await asked).toEqual({ ok: true, value: null })
  })
})
