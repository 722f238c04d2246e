// The host contract over a WebSocket at /host: { id, name, params } → { id, result }, and { event, payload } for what happens.
import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { failure } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail } from '@zhengna/contract/result.ts'
import type { Host } from '../host/ports.ts'
import type { Door } from './door.ts'

/** A picture to be read is the largest thing that a window says. */
const MAX_FRAME_BYTES = limits.pictureBase64MaxLength + 64 * 1024
const PING_EVERY_MS = 20_000

/** Returns what closes every line. */
export function openBridge(server: Server, host: Host, door: Door): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES })
  server.on('upgrade', (request, socket, head) => {
    // Whoever breaks off before the line is made must not take the shell with them.
    socket.on('error', () => socket.destroy())
    const ours = request.url === '/host' && door.knows(request) && door.isOurOrigin(request) && request.headers.origin !== undefined
    if (!ours) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (ws) => serve(ws, host))
  })
  const pinging = setInterval(() => {
    for (const ws of sockets.clients) ws.ping()
  }, PING_EVERY_MS)
  return () => {
    clearInterval(pinging)
    for (const ws of sockets.clients) ws.terminate()
    sockets.close()
  }
}

function serve(ws: WebSocket, host: Host): void {
  const stop = host.subscribe((event, payload) => ws.send(JSON.stringify({ event, payload })))
  ws.on('close', stop)
  // A window that breaks off mid-frame is gone; 'close' follows.
  ws.on('error', () => ws.terminate())
  ws.on('message', (bytes) => {
    const asked = parse((bytes as Buffer).toString('utf8'))
    if (!asked) return ws.send(JSON.stringify({ id: null, result: fail(failure('HOST_REQUEST_UNKNOWN')) }))
    void host.handle(asked.name, asked.params).then((result) => ws.send(JSON.stringify({ id: asked.id, result })))
  })
}

function parse(text: string): { id: number; name: string; params: unknown } | null {
  try {
    const value = JSON.parse(text) as { id?: unknown; name?: unknown; params?: unknown }
    return typeof value.id === 'number' && typeof value.name === 'string' ? { id: value.id, name: value.name, params: value.params } : null
  } catch {
    return null
  }
}
