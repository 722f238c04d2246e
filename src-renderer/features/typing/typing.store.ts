// Who types on the other side, by conversation. A word that is not followed by another is over after a while: a line may have been lost.
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useHostEvent } from '../../host/index.ts'
import { useTick } from '../../ui/index.ts'

const OVER_AFTER_MS = 8_000

export const useTypingStore = defineStore('typing', () => {
  const seen = shallowRef<ReadonlyMap<ConversationId, { readonly text: string; readonly at: number }>>(new Map())
  /** Whether what is typed here is shown on the other side. */
  const isShown = ref(false)
  const now = useTick()

  useHostEvent('typing.seen', ({ conversationId, text }) => {
    const next = new Map(seen.value)
    if (text === null) next.delete(conversationId)
    else next.set(conversationId, { text: text.trim(), at: Date.now() })
    seen.value = next
  })
  /** null: nobody types there. */
  const textIn = computed(() => (id: ConversationId | null): string | null => {
    const found = id === null ? undefined : seen.value.get(id)
    return found && now.value - found.at < OVER_AFTER_MS ? found.text : null
  })
  /** Another person signs in. */
  function reset(): void {
    seen.value = new Map()
    isShown.value = false
  }
  return { textIn, isShown, reset }
})
