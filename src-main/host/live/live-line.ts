// The live line to the server: opened, kept, opened again. Says hello, renews its token, hands frames on in order.
import WebSocket from 'ws'
import { closeCodes, LIVE_PATH, PROTOCOL_VERSION, type ClientFrame, type ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import type { Result } from '@zhengna/contract/result.ts'

export interface LineState {
  readonly state: 'online' | 'connecting' | 'offline'
  readonly retryAt: number | null
}

export interface LiveLine {
  start(): void
  /** Stays closed until `start`. */
  stop(): void
  /** Try now. */
  retry(): void
  /** False where there is no line; nothing is kept here, the outbox keeps it. */
  send(frame: ClientFrame): boolean
  state(): LineState
}

export interface LiveLineParts {
  readonly serverUrl: string
  readonly token: () => Promise<Result<string>>
  readonly onTokenRefused: (token: string) => void
  readonly onState: (state: LineState) => void
  readonly onFrames: (frames: readonly ServerFrame[]) => void
  readonly log: (line: string) => void
}

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 10_000
/** The server pings every 30 s; a line silent longer than this died without a word (sleep, a cut cable). */
const SILENCE_MS = 45_000
const RENEW_CHECK_MS = 15_000

export function createLiveLine({ serverUrl, token, onTokenRefused, onState, onFrames, log }: LiveLineParts): LiveLine {
  const url = new URL(LIVE_PATH, serverUrl)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  let wanted = false
  let socket: WebSocket | null = null
  let state: LineState = { state: 'offline', retryAt: null }
  let failures = 0
  let retryTimer: NodeJS.Timeout | undefined
  let silenceTimer: NodeJS.Timeout | undefined
  let renewTimer: NodeJS.Timeout | undefined
  let sentToken = ''

  const become = (next: LineState): void => {
    state = next
    onState(next)
  }
  const listenForSilence = (ws: WebSocket): void => {
    clearTimeout(silenceTimer)
    silenceTimer = setTimeout(() => ws.terminate(), SILENCE_MS)
  }
  const later = (): void => {
    if (!wanted) return become({ state: 'offline', retryAt: null })
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.75 + Math.random() / 2)
    failures += 1
    clearTimeout(retryTimer)
    retryTimer = setTimeout(connect, wait)
    become({ state: 'offline', retryAt: Date.now() + wait })
  }
  const renew = async (ws: WebSocket): Promise<void> => {
    const fresh = await token()
    if (fresh.ok && fresh.value !== sentToken && ws.readyState === WebSocket.OPEN) {
      sentToken = fresh.value
      ws.send(JSON.stringify({ type: 'renew', token: fresh.value } satisfies ClientFrame))
    }
  }
  const connect = (): void => {
    clearTimeout(retryTimer)
    if (!wanted || socket) return
    // While it tries again after a failure the window goes on saying offline: a flicker every few seconds tells nobody anything.
    if (failures === 0) become({ state: 'connecting', retryAt: null })
    void open().catch((error: unknown) => {
      log(`live line: ${error instanceof Error ? error.message : 'failed'}`)
      later()
    })
  }
  const open = async (): Promise<void> => {
    const given = await token()
    if (!wanted || socket) return
    if (!given.ok) {
      // A session that is over has said so to the window; any other failure is a missing line.
      if (given.error.code === 'HOST_OFFLINE' || given.error.code === 'INTERNAL' || given.error.code === 'RATE_LIMITED') later()
      else {
        wanted = false
        become({ state: 'offline', retryAt: null })
      }
      return
    }
    const ws = new WebSocket(url, { handshakeTimeout: 10_000, perMessageDeflate: false })
    socket = ws
    sentToken = given.value
    ws.on('open', () => ws.send(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, token: given.value } satisfies ClientFrame)))
    ws.on('ping', () => listenForSilence(ws))
    ws.on('message', (bytes) => {
      listenForSilence(ws)
      const frames = parseFrames((bytes as Buffer).toString('utf8'))
      // Not our server: a proxy's page, for one. Closed and tried again like any lost line.
      if (!frames) return ws.terminate()
      if (frames.some(({ type }) => type === 'welcome')) {
        failures = 0
        clearInterval(renewTimer)
        renewTimer = setInterval(() => void renew(ws), RENEW_CHECK_MS)
        become({ state: 'online', retryAt: null })
      }
      onFrames(frames)
    })
    ws.on('error', (error) => log(`live line: ${error.message}`))
    ws.on('close', (code) => {
      clearTimeout(silenceTimer)
      clearInterval(renewTimer)
      socket = null
      if (code === closeCodes.signedOut) onTokenRefused(sentToken)
      if (code === closeCodes.versionUnsupported) wanted = false
      later()
    })
    listenForSilence(ws)
  }

  return {
    start() {
      wanted = true
      failures = 0
      connect()
    },
    stop() {
      wanted = false
      clearTimeout(retryTimer)
      socket?.close(1000)
      socket = null
      become({ state: 'offline', retryAt: null })
    },
    retry() {
      failures = 0
      if (socket && state.state === 'online') socket.ping()
      else connect()
    },
    send(frame) {
      if (state.state !== 'online' || socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(frame))
      return true
    },
    state: () => state,
  }
}

/** null where it is not what a server of ours sends. */
function parseFrames(text: string): ServerFrame[] | null {
  try {
    const parsed = JSON.parse(text) as ServerFrame | ServerFrame[]
    return Array.isArray(parsed) ? parsed : [parsed]
  } catch {
    return null
  }
}
