// Where the bot's part of a conversation ends: at the event that says an agent connected.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'

export interface Phases {
  /** From the moment an agent connected; everything, where that moment is not loaded or never came. */
  readonly served: readonly LocalMessage[]
  /** How many messages came before it, loaded or not (seq has no gaps); 0 where there is nothing to fold. */
  readonly botCount: number
}

export function splitPhases(messages: readonly LocalMessage[]): Phases {
  const at = messages.findIndex(({ body }) => body.kind === 'event' && body.event.type === 'served')
  const seq = messages[at]?.seq
  return seq === undefined || seq === null ? { served: messages, botCount: 0 } : { served: messages.slice(at), botCount: seq - 1 }
}
