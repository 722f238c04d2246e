// One person's live line: opened, lost and opened again; remembers what was written, what was acknowledged, and what came in which order.
import WebSocket from 'ws'
import { uuidv7 } from 'uuidv7'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { LIVE_PATH, PROTOCOL_VERSION, type ServerFrame } from '@zhengna/contract/realtime/frames.ts'

const COME_BACK_MS = 500

export interface Line {
  /** Resolves with the first welcome; a line that the other side closes is opened again by itself. */
  connect(): Promise<void>
  /** Not taken, and their author was told why: into a talk that had ended, for one. */
  readonly refused: ReadonlySet<MessageId>
  /** How often the line was closed by the other side, by code. */
  readonly closings: ReadonlyMap<number, number>
  /** As a machine that sleeps or a cable that is pulled: no goodbye. */
  lose(): void
  /** Stays unacknowledged, and is sent again with the next connection, until the server has it. */
  write(conversationId: ConversationId, text: string): MessageId
  onFrame(listener: (frame: ServerFrame) => void): void
  /** Everything written, in order. */
  readonly written: readonly { readonly id: MessageId; readonly conversationId: ConversationId }[]
  readonly unacknowledged: ReadonlyMap<MessageId, string>
  /** A message that came a second time over one connection. */
  readonly doubled: number
  /** A message that came behind a later one of its conversation over one connection. */
  readonly reordered: number
}

export function createLine(serverUrl: string, token: string): Line {
  const written: { id: MessageId; conversationId: ConversationId }[] = []
  const unacknowledged = new Map<MessageId, string>()
  const listeners: ((frame: ServerFrame) => void)[] = []
  const refused = new Set<MessageId>()
  const closings = new Map<number, number>()
  let socket: WebSocket | null = null
  /** Whoever waits to be welcomed. A line may be lost again before it was, for other frames come first. */
  let waiting: (() => void)[] = []
  /** Until then what is written waits for what was written before it. */
  let isWelcomed = false
  let [doubled, reordered] = [0, 0]
  let newest = new Map<ConversationId, number>()
  let seen = new Set<MessageId>()

  const take = (frame: ServerFrame): void => {
    if (frame.type === 'ack') unacknowledged.delete(frame.id)
    if (frame.type === 'refused' && frame.id && unacknowledged.delete(frame.id)) refused.add(frame.id)
    if (frame.type === 'message') {
      const { id, conversationId, seq } = frame.message
      if (seen.has(id)) doubled += 1
      seen.add(id)
      if (seq < (newest.get(conversationId) ?? 0)) reordered += 1
      newest.set(conversationId, Math.max(seq, newest.get(conversationId) ?? 0))
    }
    for (const listener of listeners) listener(frame)
  }
  return {
    written,
    refused,
    closings,
    unacknowledged,
    get doubled() {
      return doubled
    },
    get reordered() {
      return reordered
    },
    onFrame: (listener) => void listeners.push(listener),
    connect: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        const open = (): void => {
          const opened = new WebSocket(new URL(LIVE_PATH, serverUrl.replace('http', 'ws')), { perMessageDeflate: false })
          socket = opened
          isWelcomed = false
          newest = new Map()
          seen = new Set()
          opened.on('error', () => undefined)
          opened.once('open', () => opened.send(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, token })))
          opened.once('close', (code) => {
            if (socket !== opened) return
            // As the desktop does: it comes back by itself.
            closings.set(code, (closings.get(code) ?? 0) + 1)
            setTimeout(() => socket === opened && open(), COME_BACK_MS)
          })
          opened.on('message', (bytes) => {
            const came = JSON.parse((bytes as Buffer).toString('utf8')) as ServerFrame | ServerFrame[]
            for (const frame of Array.isArray(came) ? came : [came]) {
              if (socket !== opened) return
              if (frame.type === 'welcome') {
                isWelcomed = true
                for (const unsent of unacknowledged.values()) opened.send(unsent)
                for (const welcomed of waiting) welcomed()
                waiting = []
              }
              take(frame)
            }
          })
        }
        open()
      }),
    lose() {
      const lost = socket
      socket = null
      lost?.terminate()
    },
    write(conversationId, text) {
      const id = uuidv7() as MessageId
      const frame = JSON.stringify({ type: 'message.send', id, conversationId, text })
      written.push({ id, conversationId })
      unacknowledged.set(id, frame)
      if (isWelcomed && socket?.readyState === WebSocket.OPEN) socket.send(frame)
      return id
    },
  }
}
