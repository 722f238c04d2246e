// One direction of a connection: hands bytes on in order, late when it is told to.
import type { Socket } from 'node:net'

export interface Lane {
  /** Nothing passes for so long; then all of it does. */
  stall(forMs: number): void
  /** Every chunk from now on is so late; 0: none is. */
  slow(delayMs: number): void
  /** Half of the next chunk passes, then `cut` is called. */
  cutNextChunk(cut: () => void): void
  /** Nothing passes any more, and nobody is told. */
  swallow(): void
  close(): void
}

export function createLane(from: Socket, to: Socket): Lane {
  let waiting: { readonly chunk: Buffer; readonly dueAt: number }[] = []
  let stalledUntil = 0
  let delayMs = 0
  let cut: (() => void) | null = null
  let swallows = false
  let ended = false
  let timer: NodeJS.Timeout | undefined

  const drain = (): void => {
    clearTimeout(timer)
    const now = Date.now()
    for (let [first] = waiting; first; [first] = waiting) {
      const dueAt = Math.max(first.dueAt, stalledUntil)
      if (dueAt > now) {
        timer = setTimeout(drain, dueAt - now)
        return
      }
      waiting = waiting.slice(1)
      if (to.writable) to.write(first.chunk)
    }
    if (ended) to.end()
  }
  from.on('data', (chunk: Buffer) => {
    if (swallows) return
    if (cut) {
      const tell = cut
      cut = null
      if (to.writable) to.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), tell)
      else tell()
      return
    }
    waiting.push({ chunk, dueAt: Date.now() + delayMs })
    drain()
  })
  from.on('end', () => {
    ended = true
    if (!swallows) drain()
  })

  return {
    stall(forMs) {
      stalledUntil = Math.max(stalledUntil, Date.now() + forMs)
    },
    slow(ms) {
      delayMs = ms
    },
    cutNextChunk(tell) {
      cut = tell
    },
    swallow() {
      swallows = true
      waiting = []
    },
    close() {
      clearTimeout(timer)
      swallows = true
    },
  }
}
