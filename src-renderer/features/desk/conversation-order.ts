// The order of the workbench's list. Rows stay where they are while people talk: badges and marks say where to look,
// so that nothing moves under the pointer and Alt+↑/↓ is predictable.
import type { DeskConversation } from '@zhengna/contract/host/desk.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'

export interface ConversationSections {
  /** 进行中: last taken first. */
  readonly live: readonly DeskConversation[]
  /** 已结束: last ended first. */
  readonly ended: readonly DeskConversation[]
}

export function inSections(rows: readonly DeskConversation[]): ConversationSections {
  const ended = rows.filter((row) => row.conversation.stage === 'ended')
  const live = rows.filter((row) => row.conversation.stage !== 'ended')
  return {
    live: live.toSorted((a, b) => startOf(b) - startOf(a) || byId(a, b)),
    ended: ended.toSorted((a, b) => (b.conversation.endedAt ?? 0) - (a.conversation.endedAt ?? 0) || byId(a, b)),
  }
}

/** The conversation `step` rows further down (up when negative); stops at both ends. null when the list is empty. */
export function neighbourOf(sections: ConversationSections, from: ConversationId | null, step: 1 | -1): ConversationId | null {
  const ids = [...sections.live, ...sections.ended].map((row) => row.conversation.id)
  const at = from === null ? -1 : ids.indexOf(from)
  if (at === -1) return (step === 1 ? ids.at(0) : ids.at(-1)) ?? null
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)] ?? null
}

const startOf = (row: DeskConversation): number => row.conversation.servedAt ?? row.conversation.openedAt
const byId = (a: DeskConversation, b: DeskConversation): number => (a.conversation.id < b.conversation.id ? 1 : -1)
