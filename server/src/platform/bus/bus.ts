// What one part tells the others. In one process it is a direct call; between processes it may lose,
// which is why every receiver can repair itself from the store (seq has no gaps, revisions grow).
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Message } from '@zhengna/contract/domain/message.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'

export interface BusEvents {
  /** Stored, and who takes part. */
  'message.stored': { readonly message: Message; readonly taxpayerId: PersonId; readonly agentId: PersonId | null }
  'conversation.changed': { readonly conversation: Conversation }
  /** Somebody joined, left or was taken, or an agent's availability changed. */
  'queue.changed': { readonly officeId: OfficeId }
  'presence.changed': { readonly personId: PersonId; readonly officeId: OfficeId }
  /** The log of the knowledge base grew to `revision`: whoever holds a copy reads what is new. */
  'knowledge.changed': { readonly revision: number }
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
