// A live line as any program could open it: sends whatever it is told, remembers whatever came.
import WebSocket from 'ws'
import { uuidv7 } from 'uuidv7'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { LIVE_PATH, PROTOCOL_VERSION, type ServerFrame, type ServerFrameType } from '@zhengna/contract/realtime/frames.ts'

export type FrameOf<T extends ServerFrameType> = Extract<ServerFrame, { type: T }>

export interface RawLine {
  /** All frames so far, in order. */
  readonly frames: readonly ServerFrame[]
  /** Strings and bytes as they are, anything else as JSON. */
  send(frame: unknown): void
  /** Resolves with the first frame that satisfies, past or to come. */
  frame<T extends ServerFrameType>(type: T, satisfies?: (frame: FrameOf<T>) => boolean): Promise<FrameOf<T>>
  /** Sends a text and resolves with what the server said about it. */
  say(text: string, options?: { id?: MessageId; conversationId?: ConversationId | null }): Promise<FrameOf<'ack'> | FrameOf<'refused'>>
  /** The close code, once closed. */
  readonly closed: Promise<number>
  isOpen(): boolean
  close(): Promise<number>
}

const PATIENCE_MS = 15_000
export const newMessageId = (): MessageId => uuidv7() as MessageId
export const newConversationId = (): ConversationId => uuidv7() as ConversationId

/** Opens the line without saying hello. */
export async function openRawLine(serverUrl: string): Promise<RawLine> {
  const socket = new WebSocket(new URL(LIVE_PATH, serverUrl.replace('http', 'ws')), { perMessageDeflate: false })
  const frames: ServerFrame[] = []
  const looking = new Set<() => void>()
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.on('message', (bytes) => {
    const came = JSON.parse((bytes as Buffer).toString('utf8')) as ServerFrame | ServerFrame[]
    frames.push(...(Array.isArray(came) ? came : [came]))
    for (const look of [...looking]) look()
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.on('error', () => undefined)

  const line: RawLine = {
    frames,
    closed,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    send(frame) {
      if (Buffer.isBuffer(frame)) socket.send(frame, { binary: true })
      else socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
    },
    frame: <T extends ServerFrameType>(type: T, satisfies: (frame: FrameOf<T>) => boolean = () => true) =>
      new Promise<FrameOf<T>>((resolve, reject) => {
        const look = (): void => {
          const found = frames.find((frame): frame is FrameOf<T> => frame.type === type && satisfies(frame as FrameOf<T>))
          if (!found) return
          clearTimeout(patience)
          looking.delete(look)
          resolve(found)
        }
        const patience = setTimeout(() => {
          looking.delete(look)
          reject(new Error(`no such ${type}; came ${frames.map((frame) => frame.type).join(', ')}`))
        }, PATIENCE_MS)
        looking.add(look)
        look()
      }),
    async say(text, { id = newMessageId(), conversationId = null } = {}) {
      line.send({ type: 'message.send', id, conversationId, text })
      const about = (frame: { id: MessageId | null }): boolean => frame.id === id
      return Promise.race([line.frame('ack', about), line.frame('refused', about)])
    },
    async close() {
      socket.close()
      return closed
    },
  }
  return line
}

export const hello = (token: string, version: number = PROTOCOL_VERSION): object => ({ type: 'hello', version, token })

/** Opens the line, says hello and waits for the welcome. */
export async function openLine(serverUrl: string, token: string): Promise<RawLine> {
  const line = await openRawLine(serverUrl)
  line.send(hello(token))
  await line.frame('welcome')
  return line
}
