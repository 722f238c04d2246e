// The WebSocket door at /api/live: says who it is first, then talks. Knows nothing of what the frames mean.
import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { failure, type ErrorCode } from '@zhengna/contract/errors.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import {
  closeCodes,
  LIVE_PATH,
  PROTOCOL_VERSION,
  type ClientFrame,
  type ServerFrame,
  type Welcome,
} from '@zhengna/contract/realtime/frames.ts'
import type { Static } from 'typebox'
import type { Caller, Tokens } from '../auth/tokens.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createLine, type Line } from './line.ts'
import type { Lines } from './lines.ts'
import { parseFrame } from './parse-frame.ts'

export type TalkFrame = Exclude<ClientFrame, { type: 'hello' } | { type: 'renew' }>

export interface GatewayHandlers {
  /** False where the session ended though its token has not. */
  isSessionOpen(caller: Caller): Promise<boolean>
  welcome(caller: Caller): Promise<Omit<Static<typeof Welcome>, 'type' | 'version' | 'serverTime'>>
  /** The welcome has left. */
  welcomed(caller: Caller): void
  /** Must not throw for what a client can do wrong: it answers with `refused`. */
  frame(line: Line, frame: TalkFrame): Promise<void>
  opened(caller: Caller): void
  closed(caller: Caller): void
  refused(code: ErrorCode): void
}

export interface GatewayParts {
  readonly server: Server
  readonly tokens: Tokens
  readonly lines: Lines
  readonly clock: Clock
  readonly log: Log
  readonly handlers: GatewayHandlers
}

const HELLO_WITHIN_MS = 10_000
const PING_EVERY_MS = 30_000
/** After this many frames that make no sense the line is cut: it is not one of our clients. */
const NONSENSE_ALLOWED = 20

export interface Gateway {
  /** Tells every client to come back, then closes. */
  close(): Promise<void>
}

export function openGateway(parts: GatewayParts): Gateway {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameMaxBytes, perMessageDeflate: false })
  const alive = new WeakSet<WebSocket>()
  parts.server.on('upgrade', (request, socket, head) => {
    // Whoever breaks off before the line is made must not take the server with them.
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?')[0] !== LIVE_PATH) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      alive.add(ws)
      ws.on('pong', () => alive.add(ws))
      talk(ws, parts)
    })
  })
  const pinging = setInterval(() => {
    for (const ws of sockets.clients) {
      if (!alive.delete(ws)) ws.terminate()
      else ws.ping()
    }
  }, PING_EVERY_MS)

  return {
    async close() {
      clearInterval(pinging)
      for (const ws of sockets.clients) ws.close(closeCodes.goingAway)
      const closed = new Promise<void>((resolve) => sockets.close(() => resolve()))
      const patience = setTimeout(() => {
        for (const ws of sockets.clients) ws.terminate()
      }, 1_000)
      await closed
      clearTimeout(patience)
    },
  }
}

function talk(socket: WebSocket, { tokens, lines, clock, log, handlers }: GatewayParts): void {
  let line: Line | null = null
  let nonsense = 0
  let greeted = false
  let expiry: NodeJS.Timeout | undefined
  const tooLate = setTimeout(() => socket.close(closeCodes.protocolBroken), HELLO_WITHIN_MS)

  const refuse = (code: ErrorCode, id: MessageId | null = null, detail?: Record<string, string>): void => {
    handlers.refused(code)
    const frame: ServerFrame = { type: 'refused', id, error: failure(code, detail) }
    if (line) line.send(frame)
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  }
  const refuseAndClose = (code: ErrorCode, closeCode: number): void => {
    refuse(code)
    if (line) line.close(closeCode)
    else socket.close(closeCode)
  }
  /** The line lasts as long as its token; the client renews before. */
  const lastUntil = (expiresAt: number): void => {
    clearTimeout(expiry)
    expiry = setTimeout(() => refuseAndClose('TOKEN_EXPIRED', closeCodes.signedOut), Math.max(0, expiresAt - clock.now()))
  }
  const hello = async (version: number, token: string): Promise<void> => {
    if (version !== PROTOCOL_VERSION) return refuseAndClose('PROTOCOL_VERSION_UNSUPPORTED', closeCodes.versionUnsupported)
    const checked = await tokens.check(token)
    if (!checked.ok) return refuseAndClose(checked.code, closeCodes.signedOut)
    if (!(await handlers.isSessionOpen(checked.caller))) return refuseAndClose('TOKEN_EXPIRED', closeCodes.signedOut)
    clearTimeout(tooLate)
    if (socket.readyState !== socket.OPEN) return
    line = createLine(socket, checked.caller)
    lastUntil(checked.caller.expiresAt)
    // Registered before the welcome is put together: nothing that happens meanwhile is missed.
    lines.add(line)
    handlers.opened(checked.caller)
    line.send({ type: 'welcome', version: PROTOCOL_VERSION, serverTime: clock.now(), ...(await handlers.welcome(checked.caller)) })
    handlers.welcomed(checked.caller)
  }
  const renew = async (token: string): Promise<void> => {
    const checked = await tokens.check(token)
    if (!line || !checked.ok || checked.caller.personId !== line.caller.personId) return refuse('TOKEN_EXPIRED')
    line.caller = checked.caller
    lastUntil(checked.caller.expiresAt)
  }
  /** Refused and counted: too many, and it is not one of our clients. */
  const refuseNonsense = (code: ErrorCode, id: MessageId | null = null, detail?: Record<string, string>): void => {
    nonsense += 1
    if (!line || nonsense > NONSENSE_ALLOWED) refuseAndClose(code, closeCodes.protocolBroken)
    else refuse(code, id, detail)
  }
  const take = async (text: string): Promise<void> => {
    // The line is being closed: what follows on it would overtake what it was closed for, and comes again on the next one.
    if (socket.readyState !== socket.OPEN) return
    const parsed = parseFrame(text)
    if (!parsed.ok) return refuseNonsense(parsed.code, parsed.id, parsed.detail)
    const { frame } = parsed
    if (frame.type === 'hello') {
      if (greeted) return refuse('FRAME_MALFORMED')
      greeted = true
      return settle(hello(frame.version, frame.token))
    }
    if (!line) return refuseAndClose('AUTH_REQUIRED', closeCodes.protocolBroken)
    if (frame.type === 'renew') return settle(renew(frame.token))
    // A timer may be late, after a sleep for one; the clock is not.
    if (clock.now() >= line.caller.expiresAt) return refuseAndClose('TOKEN_EXPIRED', closeCodes.signedOut)
    return handlers.frame(line, frame)
  }

  /** Who is speaking is settled before the next frame is looked at; frames that follow may go on together. */
  let settling: Promise<void> | null = null
  const settle = (work: Promise<void>): Promise<void> => {
    const done = work.finally(() => {
      if (settling === done) settling = null
    })
    settling = done
    return done
  }

  socket.on('message', (bytes, isBinary) => {
    if (isBinary) return refuseNonsense('FRAME_MALFORMED')
    const text = (bytes as Buffer).toString('utf8')
    const taken = settling ? settling.catch(() => undefined).then(() => take(text)) : take(text)
    taken.catch((error: unknown) => {
      log.error({ err: error }, 'a frame failed')
      refuse('INTERNAL')
    })
  })
  // ws reports an oversized frame here and closes with 1009 by itself.
  socket.on('error', (error) => log.debug({ err: error }, 'socket error'))
  socket.on('close', () => {
    clearTimeout(tooLate)
    clearTimeout(expiry)
    if (!line) return
    lines.remove(line)
    handlers.closed(line.caller)
    line = null
  })
}
