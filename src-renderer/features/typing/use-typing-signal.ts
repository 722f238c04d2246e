// What stands in an input box is told while it changes, and once more when it is empty again.
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { useThrottleFn } from '@vueuse/core'
import { watch } from 'vue'
import { useHost } from '../../host/index.ts'
import { useTypingStore } from './typing.store.ts'

export interface TypingSource {
  readonly conversationId: () => ConversationId | null
  readonly text: () => string
  /** Whether anybody waits for it: a person serves, or is about to. */
  readonly isHeard: () => boolean
}

const EVERY_MS = 800

export function useTypingSignal({ conversationId, text, isHeard }: TypingSource): void {
  const host = useHost()
  const typing = useTypingStore()
  const tell = async (typed = text()): Promise<void> => {
    if (!isHeard()) return
    const told = await host.request('typing.tell', { conversationId: conversationId(), text: typed })
    if (told.ok) typing.isShown = told.value.isShown
  }
  const tellSoon = useThrottleFn(() => void tell(), EVERY_MS, true)
  watch(text, (now, before) => {
    // That it was sent is told at once.
    if (now === '' && before !== '') void tell()
    else void tellSoon()
  })
  // Whoever begins to be heard is told what of it is shown, before they type: a draft that was kept is told by the next key alone.
  watch([isHeard, conversationId], ([heard]) => heard && void tell(''), { immediate: true })
}
