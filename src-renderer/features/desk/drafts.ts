// What is written but not sent, by conversation: at hand at once in this window, kept by the host shortly after.
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { useDebounceFn } from '@vueuse/core'

const saveDelayMs = 300

export function createDrafts(save: (conversationId: ConversationId, text: string) => unknown) {
  const texts = new Map<ConversationId, string>()
  const savers = new Map<ConversationId, (text: string) => unknown>()

  function saverOf(id: ConversationId): (text: string) => unknown {
    // One for each conversation: going to another must not cancel what is still to be kept of this one.
    const saver = savers.get(id) ?? useDebounceFn((text: string) => save(id, text), saveDelayMs)
    savers.set(id, saver)
    return saver
  }

  return {
    /** Newer than what the host last told; undefined where nothing was written in this window. */
    of: (id: ConversationId): string | undefined => texts.get(id),
    keep(id: ConversationId, text: string): void {
      texts.set(id, text)
      saverOf(id)(text)
    },
    forget(): void {
      texts.clear()
      savers.clear()
    },
  }
}
