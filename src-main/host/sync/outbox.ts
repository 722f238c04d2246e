// Sends what was written, in order, each until the server says it is safe. A repeated id costs nothing:
// whatever was under way when the line was cut is simply sent again.
import { catalogue, failure, isErrorCode } from '@zhengna/contract/errors.ts'
import type { AttachmentId, MessageId } from '@zhengna/contract/ids.ts'
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
  /** Of a picture or file: how far its upload is changed. */
  uploadChanged(): Promise<void>
  refused(id: MessageId, error: { code: string; detail?: Failure['detail'] | undefined }): Promise<void>
  stop(): void
}

/** Under the server's own limit, so that order never depends on a refusal. */
const IN_FLIGHT_MAX = 50
const TRY_AGAIN_MS = 2_000
/** However long somebody may not write: clocks are set, machines sleep. */
const LOOK_AGAIN_MS = 10 * 60_000

/** 暂缓发送 and 禁言: what was written stays, in its order, and goes when the time is over. */
const isRestraint = (code: string): boolean => code === 'HARASSMENT_COOLING' || code === 'HARASSMENT_MUTED'

/** Whether what a message needs is at the server; `failure`: it will never be. */
export type Readiness = (id: AttachmentId) => Promise<'ready' | 'waiting' | { readonly failure: Failure }>

export interface OutboxParts {
  readonly cache: PersonCache
  readonly events: Events
  readonly send: (frame: ClientFrame) => boolean
  readonly onCount: () => void
  readonly readinessOf: Readiness
  /** A picture or file is a message at the server. */
  readonly onSent: (id: AttachmentId) => Promise<void>
}

export function createOutbox({ cache, events, send, onCount, readinessOf, onSent }: OutboxParts): Outbox {
  const inFlight = new Set<MessageId>()
  let sentUpTo = 0
  let isOpen = false
  /** Grows whenever sending begins again or stops: what was read for an earlier run is not sent in a later one. */
  let run = 0
  let pumping = false
  let again = false
  let timer: NodeJS.Timeout | undefined

  const pump = async (): Promise<void> => {
    again = true
    if (pumping) return
    pumping = true
    try {
      while (again) {
        again = false
        const room = IN_FLIGHT_MAX - inFlight.size
        if (!isOpen || room <= 0) continue
        const current = run
        for (const outgoing of await cache.pending(sentUpTo, room)) {
          // The line was lost, or everything goes out again from the first: these are no longer next.
          if (current !== run) break
          const readiness = outgoing.attachmentId === null ? 'ready' : await readinessOf(outgoing.attachmentId)
          // What was written after a picture comes after it: nobody reads „this here“ before they see what.
          if (readiness === 'waiting') break
          if (readiness !== 'ready') {
            await fail(outgoing.id, readiness.failure)
            again = true
            break
          }
          if (current !== run || !send(toFrame(outgoing))) break
          inFlight.add(outgoing.id)
          sentUpTo = outgoing.position
        }
      }
    } finally {
      pumping = false
    }
  }
  const fail = async (id: MessageId, reason: Failure): Promise<void> => {
    const message = await cache.markFailed(id, reason)
    if (message) events.emit('messages.changed', { messages: [message], removed: [] })
    onCount()
  }
  /** What is written from now on waits for `restart`: nothing may overtake what was under way. */
  const pause = (): void => {
    clearTimeout(timer)
    run += 1
    isOpen = false
  }
  const restart = (): Promise<void> => {
    pause()
    isOpen = true
    inFlight.clear()
    sentUpTo = 0
    return pump()
  }

  return {
    restart,
    pump,
    async acknowledged({ id, conversationId, seq, at, text }) {
      inFlight.delete(id)
      const message = await cache.acknowledge(id, conversationId, seq, at, text)
      if (message) events.emit('messages.changed', { messages: [message], removed: [] })
      if (message?.body.kind === 'picture' || message?.body.kind === 'file') await onSent(message.body.attachment.id)
      onCount()
      await pump()
    },
    async refused(id, error) {
      inFlight.delete(id)
      const code = isErrorCode(error.code) ? error.code : 'INTERNAL'
      // Later, or after signing in again: the message itself is as good as before.
      if (catalogue[code].retry !== 'never') {
        // Everything from this one on is sent again, and nothing newer before it.
        pause()
        const seconds = Number(error.detail?.seconds ?? 0)
        timer = setTimeout(() => void restart(), isRestraint(code) ? Math.min(seconds * 1000, LOOK_AGAIN_MS) + 50 : TRY_AGAIN_MS)
        // Why it waits is said under it: this is not over in a moment.
        const waiting = isRestraint(code) ? await cache.markWaiting(id, failure(code, error.detail)) : null
        if (waiting) events.emit('messages.changed', { messages: [waiting], removed: [] })
        return
      }
      await fail(id, failure(code, error.detail))
      await pump()
    },
    uploadChanged: pump,
    stop() {
      pause()
      inFlight.clear()
    },
  }
}

function toFrame({ id, conversationId, text, attachmentId, quote, articleId, origin, offlineAnswer, isConfirmed }: Outgoing): ClientFrame {
  return {
    type: 'message.send',
    id,
    conversationId,
    text,
    ...(attachmentId && { attachmentId }),
    ...(quote && { quote }),
    ...(articleId && { articleId }),
    ...(origin && { origin }),
    ...(offlineAnswer && { offlineAnswer }),
    ...(isConfirmed && { confirmed: true }),
  }
}
