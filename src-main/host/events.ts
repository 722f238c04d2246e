// What the host tells its windows.
import type { HostEventName, HostPayload } from '@zhengna/contract/host/index.ts'

export type Listener = (name: HostEventName, payload: unknown) => void

export interface Events {
  emit<N extends HostEventName>(name: N, payload: HostPayload<N>): void
  subscribe(listener: Listener): () => void
}

export function createEvents(): Events {
  const listeners = new Set<Listener>()
  return {
    emit(name, payload) {
      for (const listener of listeners) listener(name, payload)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
