// One client's line. Frames pushed in one turn of the event loop leave in one WebSocket message:
// under load the system calls, not the frames, are what costs.
import type { WebSocket } from 'ws'
import { closeCodes, type ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import type { Caller } from '../auth/tokens.ts'

/** A client that does not read: past this its line is cut, and it fetches what it missed when it is back. */
const MAX_BUFFERED_BYTES = 8 * 1024 * 1024

export interface Line {
  caller: Caller
  send(frame: ServerFrame): void
  /** A frame already serialised, shared by several lines. */
  sendRaw(json: string): void
  close(code: number): void
}

export function createLine(socket: WebSocket, caller: Caller): Line {
  let frames: string[] = []
  const flush = (): void => {
    const [first, ...more] = frames
    frames = []
    if (first === undefined || socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      socket.close(closeCodes.tooSlow)
      return
    }
    socket.send(more.length === 0 ? first : `[${first},${more.join(',')}]`)
  }
  const line: Line = {
    caller,
    send: (frame) => line.sendRaw(JSON.stringify(frame)),
    sendRaw(json) {
      if (frames.push(json) === 1) setImmediate(flush)
    },
    close(code) {
      flush()
      socket.close(code)
    },
  }
  return line
}
