// Where the bot's part of a conversation ends: at the event that says an agent connected.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'

export interface Phases {
  /** What of the bot's part is loaded. */
  readonly bot: readonly LocalMessage[]
  /** From the moment an agent connected. */
  readonly served: readonly LocalMessage[]
  /** All messages of the bot's part, loaded or not (seq has no gaps); 0 while its end is not loaded. */
  readonly botCount: number
}

/** `wasServed`: an agent did connect; a conversation that never came so far is the bot's altogether. */
export function splitPhases(messages: readonly LocalMessage[], wasServed: boolean): Phases {
  const at = messages.findIndex(({ body }) => body.kind === 'event' && body.event.type === 'served')
  if (at === -1) return wasServed ? { bot: [], served: messages, botCount: 0 } : { bot: messages, served: [], botCount: messages.length }
  return { bot: messages.slice(0, at), served: messages.slice(at), botCount: (messages[at]?.seq ?? at + 1) - 1 }
}
