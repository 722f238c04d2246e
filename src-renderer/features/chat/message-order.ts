// The order of a stream that runs over several conversations: by conversation in the order of first appearance,
// then by seq; what the server has not stored yet comes last, by the time it was written. Pure.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'

export interface Stream {
  readonly messages: readonly LocalMessage[]
  /** Conversations from the oldest to the newest. */
  readonly conversations: readonly ConversationId[]
  /** 清屏: this message and all before it are out of sight, also when they change. */
  readonly clearedUpTo: Mark | null
}

interface Mark {
  readonly conversationId: ConversationId
  readonly seq: number
}

export const emptyStream: Stream = { messages: [], conversations: [], clearedUpTo: null }

export const clearedStream = (clearedUpTo: Mark | null): Stream => ({ ...emptyStream, clearedUpTo })

/** The newest message the server has stored. */
export function newestStored({ messages }: Stream): Mark | null {
  const { seq = null, conversationId = null } = messages.findLast((message) => message.seq !== null) ?? {}
  return seq === null || conversationId === null ? null : { conversationId, seq }
}

/** New or changed messages, newer than or among those shown. */
export function withChanges(stream: Stream, changed: readonly LocalMessage[], removed: readonly MessageId[] = []): Stream {
  const sorted = arrange([...stream.conversations, ...conversationsOf(changed)], merge(stream.messages, changed, removed))
  return { ...sorted, clearedUpTo: stream.clearedUpTo }
}

/** A page of history: its conversations come before all others. */
export function withEarlier(stream: Stream, page: readonly LocalMessage[]): Stream {
  // What is shown wins over what the page says: an event may have overtaken the page.
  return arrange([...conversationsOf(page), ...stream.conversations], merge(page, stream.messages, []))
}

/**
 * True for a message that would land above what is shown, where history has not been loaded:
 * showing it alone would leave a hole after it. `current`: the conversation known to be the last one.
 */
export function belongsToHistory(stream: Stream, message: LocalMessage, current: ConversationId | null = null): boolean {
  if (message.seq === null || stream.messages.some(({ id }) => id === message.id)) return false
  const first = stream.messages.find(({ conversationId, seq }) => conversationId === message.conversationId && seq !== null)
  const firstSeq = first?.seq ?? null
  if (firstSeq !== null) return message.seq < firstSeq
  const edge = newestStored(stream) ?? stream.clearedUpTo
  if (!edge || message.conversationId === null) return false
  if (message.conversationId === edge.conversationId) return message.seq <= edge.seq
  // UUIDv7: ids follow time, as well as the clocks of those who made them agree.
  return message.conversationId !== current && message.conversationId < edge.conversationId
}

function merge(base: readonly LocalMessage[], over: readonly LocalMessage[], removed: readonly MessageId[]): LocalMessage[] {
  const byId = new Map(base.map((message) => [message.id, message]))
  for (const message of over) byId.set(message.id, message)
  for (const id of removed) byId.delete(id)
  return [...byId.values()]
}

const conversationsOf = (messages: readonly LocalMessage[]): ConversationId[] =>
  messages.flatMap(({ conversationId, seq }) => (conversationId === null || seq === null ? [] : [conversationId]))

function arrange(conversations: readonly ConversationId[], messages: LocalMessage[]): Stream {
  const rank = new Map<ConversationId | null, number>()
  for (const id of conversations) if (!rank.has(id)) rank.set(id, rank.size)
  const place = ({ conversationId }: LocalMessage): number => rank.get(conversationId) ?? rank.size
  messages.sort((a, b) => {
    if (a.seq === null || b.seq === null) {
      if (a.seq !== null) return -1
      if (b.seq !== null) return 1
      return a.at - b.at || (a.id < b.id ? -1 : 1)
    }
    return place(a) - place(b) || a.seq - b.seq
  })
  return { messages, conversations: [...rank.keys()] as ConversationId[], clearedUpTo: null }
}
