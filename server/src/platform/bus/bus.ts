// What one part tells the others. In one process it is a direct call; between processes it may lose,
// which is why every receiver can repair itself from the store (seq has no gaps, revisions grow).
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Message } from '@zhengna/contract/domain/message.ts'
import type { VoteReason } from '@zhengna/contract/domain/vote.ts'
import type { ArticleId, MessageId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'

export interface BusEvents {
  /** Stored, and who takes part. */
  'message.stored': { readonly message: Message; readonly taxpayerId: PersonId; readonly agentId: PersonId | null }
  'conversation.changed': { readonly conversation: Conversation }
  /** Somebody joined, left or was taken, or an agent's availability changed. */
  'queue.changed': { readonly officeId: OfficeId }
  'presence.changed': { readonly personId: PersonId; readonly officeId: OfficeId }
  /** 有用 (no reason) or 无用 on an answer; `messageId` is the answer's. */
  'vote.given': {
    readonly messageId: MessageId
    readonly articleId: ArticleId
    readonly version: number
    readonly taxpayerId: PersonId
    readonly isUseful: boolean
    readonly reason: VoteReason | null
    readonly remark?: string
    readonly at: number
  }
  'session.ended': { readonly sessionId: string }
}

export interface Bus {
  publish<N extends keyof BusEvents>(name: N, payload: BusEvents[N]): void
  subscribe<N extends keyof BusEvents>(name: N, listener: (payload: BusEvents[N]) => void): void
}

export function createLocalBus(): Bus {
  const listeners = new Map<keyof BusEvents, ((payload: never) => void)[]>()
  return {
    publish(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
    subscribe(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
    },
  }
}
