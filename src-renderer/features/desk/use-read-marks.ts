// A message counts as read only when it was on the screen of a window that somebody works in: the stream says what is
// on the screen, focus says whether anybody is there.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { useDocumentVisibility, useWindowFocus } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { useTalkStore } from './talk.store.ts'

export function useReadMarks() {
  const talk = useTalkStore()
  const isFocused = useWindowFocus()
  const visibility = useDocumentVisibility()
  const onScreen = shallowRef<LocalMessage | null>(null)
  const isWatched = computed(() => isFocused.value && visibility.value === 'visible')

  watch([onScreen, isWatched], () => {
    const message = onScreen.value
    if (!isWatched.value || !message?.conversationId || message.seq === null) return
    void talk.markRead(message.conversationId, message.seq)
  })

  return {
    /** For the stream's `seen`. */
    noteSeen(message: LocalMessage): void {
      onScreen.value = message
    },
  }
}
