// Sends what was written, in order, each until the server says it is safe. A repeated id costs nothing:
// whatever was under way when the line was cut is simply sent again.
import { catalogue, failure, isErrorCode } from '@zhengna/contract/errors.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import type { ClientFrame, ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Outgoing } from '../cache/outbox-store.ts'
import type { Events } from '../events.ts'

export interface Outbox {
  /** The line is up: everything unsent goes out again from the first. */
  restart(): Promise<void>
  /** Something was added. */
  pump(): Promise<void>
  acknowledged(frame: Extract<ServerFrame, { type: 'ack' }>): Promise<void>
  refused(id: MessageId, error: { code: string; detail?: Failure['detail'] | undefined }): Promise<void>
  stop(): void
}

/** Under the server's own limit, so that order never depends on a refusal. */
const IN_FLIGHT_MAX = 50
const TRY_AGAIN_MS = 2_000

export function createOutbox(cache: PersonCache, events: Events, send: (frame: ClientFrame) => boolean, onCount: () => void): Outbox {
  const inFlight = new Set<MessageId>()
  let sentUpTo = 0
  let pumping: Promise<void> | null = null
  let asked = 0
  let timer: NodeJS.Timeout | undefined

  const sendMore = async (): Promise<void> => {
    for (let done = -1; done < asked;) {
      done = asked
      const room = IN_FLIGHT_MAX - inFlight.size
      if (room <= 0) return
      for (const outgoing of await cache.pending(sentUpTo, room)) {
        if (!send(toFrame(outgoing))) return
        inFlight.add(outgoing.id)
        sentUpTo = outgoing.position
      }
    }
  }
  const pump = (): Promise<void> => {
    asked += 1
    pumping ??= sendMore().finally(() => {
      pumping = null
    })
    return pumping
  }
  const restart = (): Promise<void> => {
    clearTimeout(timer)
    inFlight.clear()
    sentUpTo = 0
    return pump()
  }

  return {
    restart,
    pump,
    async acknowledged({ id, conversationId, seq, at }) {
      inFlight.delete(id)
      const message = await cache.acknowledge(id, conversationId, seq, at)
      if (message) events.emit('messages.changed', { messages: [message], removed: [] })
      onCount()
      await pump()
    },
    async refused(id, error) {
      inFlight.delete(id)
      const code = isErrorCode(error.code) ? error.code : 'INTERNAL'
      if (catalogue[code].retry === 'later') {
        // Everything from this one on is sent again, so that none overtakes it.
        clearTimeout(timer)
        timer = setTimeout(() => void restart(), TRY_AGAIN_MS)
        return
      }
      const message = await cache.markFailed(id, failure(code, error.detail))
      if (message) events.emit('messages.changed', { messages: [message], removed: [] })
      onCount()
      await pump()
    },
    stop() {
      clearTimeout(timer)
      inFlight.clear()
    },
  }
}

function toFrame({ id, conversationId, text, articleId, offlineAnswer }: Outgoing): ClientFrame {
  return { type: 'message.send', id, conversationId, text, ...(articleId && { articleId }), ...(offlineAnswer && { offlineAnswer }) }
}
