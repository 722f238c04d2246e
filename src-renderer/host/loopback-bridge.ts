// The host bridge over a WebSocket on 127.0.0.1, for windows without a preload.
// Frames are JSON text: {id, name, params} → {id, result}; pushed: {event, payload}.
// It reconnects by itself. While the line is down, requests resolve to HOST_OFFLINE; they never reject.
import { failure } from '@zhengna/contract/errors.ts'
import type { HostBridge, HostEventName, HostParams, HostPayload, HostReply, HostRequestName } from '@zhengna/contract/host/index.ts'
import { fail, type Result } from '@zhengna/contract/result.ts'

/** connecting: the first attempt is under way, requests wait for it; down: lost or refused, trying again by itself. */
export type LinkState = 'connecting' | 'up' | 'down'

export interface LoopbackBridge extends HostBridge {
  readonly state: () => LinkState
  /** Returns the function that stops listening. */
  onLink(listener: (state: LinkState) => void): () => void
}

/** The part of WebSocket that is used, so that tests can stand in for it. */
export interface BridgeSocket {
  send(text: string): void
  addEventListener(type: 'open' | 'close', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

interface Waiting {
  readonly frame: string
  readonly resolve: (result: Result<never>) => void
}

const firstRetryMs = 250
const lastRetryMs = 5_000

export const loopbackAddress = (location: Location): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/host`

export function createLoopbackBridge(
  address: string,
  connect: (address: string) => BridgeSocket = (url) => new WebSocket(url),
): LoopbackBridge {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const linkListeners = new Set<(state: LinkState) => void>()
  let socket: BridgeSocket | null = null
  let state: LinkState = 'connecting'
  let retryMs = firstRetryMs
  let lastId = 0

  function become(next: LinkState): void {
    if (state === next) return
    state = next
    for (const listener of linkListeners) listener(next)
  }

  function open(): void {
    const opening = connect(address)
    opening.addEventListener('open', () => {
      socket = opening
      retryMs = firstRetryMs
      for (const { frame } of waiting.values()) opening.send(frame)
      become('up')
    })
    opening.addEventListener('message', ({ data }) => receive(data))
    opening.addEventListener('close', () => {
      socket = null
      // Nobody can say whether these were done, so they are reported as not done.
      for (const [id, { resolve }] of [...waiting]) {
        waiting.delete(id)
        resolve(fail(failure('HOST_OFFLINE')))
      }
      become('down')
      setTimeout(open, retryMs)
      retryMs = Math.min(retryMs * 2, lastRetryMs)
    })
  }

  function receive(data: unknown): void {
    const frame = parseFrame(data)
    if (!frame) return
    if ('event' in frame) {
      for (const listener of listeners.get(frame.event) ?? []) listener(frame.payload as never)
      return
    }
    waiting.get(frame.id)?.resolve(frame.result)
    waiting.delete(frame.id)
  }

  open()
  return {
    state: () => state,
    onLink(listener) {
      linkListeners.add(listener)
      return () => linkListeners.delete(listener)
    },
    request<N extends HostRequestName>(name: N, params: HostParams<N>) {
      if (state === 'down') return Promise.resolve(fail<HostReply<N>>(failure('HOST_OFFLINE')))
      return new Promise<Result<HostReply<N>>>((resolve) => {
        const id = ++lastId
        const frame = JSON.stringify({ id, name, params })
        waiting.set(id, { frame, resolve })
        socket?.send(frame)
      })
    },
    on<N extends HostEventName>(name: N, listener: (payload: HostPayload<N>) => void) {
      const own = listeners.get(name) ?? new Set()
      listeners.set(name, own.add(listener))
      return () => own.delete(listener)
    },
  }
}

type Frame = { readonly id: number; readonly result: Result<never> } | { readonly event: string; readonly payload: unknown }

function parseFrame(data: unknown): Frame | null {
  if (typeof data !== 'string') return null
  try {
    const frame: unknown = JSON.parse(data)
    if (typeof frame !== 'object' || frame === null) return null
    if ('event' in frame && typeof frame.event === 'string')
      return { event: frame.event, payload: 'payload' in frame ? frame.payload : null }
    if ('id' in frame && typeof frame.id === 'number' && 'result' in frame) return { id: frame.id, result: frame.result as Result<never> }
    return null
  } catch {
    // Not a frame of ours: dropped, as an unknown one would be.
    return null
  }
}
