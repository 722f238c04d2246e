import type { EventEmitter } from 'node:events'

/** Emits as Electron does, with an event that may be refused. True: it was. */
export function emitCancellable(emitter: EventEmitter, name: string, properties: object = {}, ...rest: unknown[]): boolean {
  const event = { defaultPrevented: false, ...properties, preventDefault: () => (event.defaultPrevented = true) }
  emitter.emit(name, event, ...rest)
  return event.defaultPrevented
}
