// What is written but not sent, by conversation: at hand at once in this window, kept by the host shortly after.
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { useDebounceFn, useEventListener } from '@vueuse/core'

const saveAfterMs = 300

export function useDrafts(save: (conversationId: ConversationId, text: string) => unknown) {
  const texts = new Map<ConversationId, string>()
  const unsaved = new Set<ConversationId>()

  function flush(): void {
    for (const id of unsaved) save(id, texts.get(id) ?? '')
    unsaved.clear()
  }
  const flushSoon = useDebounceFn(flush, saveAfterMs)
  useEventListener('pagehide', flush)

  return {
    /** Newer than what the host last told; undefined where nothing was written in this window. */
    of: (id: ConversationId): string | undefined => texts.get(id),
    keep(id: ConversationId, text: string): void {
      texts.set(id, text)
      unsaved.add(id)
      void flushSoon()
    },
    flush,
    /** Another person signs in: nothing of the last one's may show. */
    forget(): void {
      texts.clear()
      unsaved.clear()
    },
  }
}
