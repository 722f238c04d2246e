// One conversation's messages in their order: stored ones by seq, then those still on their way, oldest first.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'

/**
 * `shown` with `changed` put in by id and `removed` taken out. A message before the first one shown stays out while
 * `hasEarlier`: it belongs to a page that was not asked for.
 */
export function mergeMessages(
  shown: readonly LocalMessage[],
  changed: readonly LocalMessage[],
  removed: readonly MessageId[],
  hasEarlier: boolean,
): readonly LocalMessage[] {
  const first = hasEarlier ? (shown.find((message) => message.seq !== null)?.seq ?? 0) : 0
  const byId = new Map(shown.map((message) => [message.id, message]))
  for (const message of changed) {
    if (byId.has(message.id) || message.seq === null || message.seq > first) byId.set(message.id, message)
  }
  for (const id of removed) byId.delete(id)
  return [...byId.values()].sort(inOrder)
}

function inOrder(a: LocalMessage, b: LocalMessage): number {
  if (a.seq !== null && b.seq !== null) return a.seq - b.seq
  if (a.seq === null && b.seq === null) return a.at - b.at || (a.id < b.id ? -1 : 1)
  return a.seq === null ? 1 : -1
}

/** The highest seq among them; 0 when none is stored. */
export const newestSeq = (messages: readonly LocalMessage[]): number =>
  messages.reduce((newest, message) => Math.max(newest, message.seq ?? 0), 0)
