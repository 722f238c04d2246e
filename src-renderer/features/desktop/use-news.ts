// A window that nobody looks at says by its name that there is something new.
import type { Author } from '@zhengna/contract/domain/message.ts'
import { useDocumentVisibility, useWindowFocus } from '@vueuse/core'
import { computed, ref, watch, type Ref } from 'vue'
import { useHostEvent } from '../../host/index.ts'

/** What is older was there before, and is only told again. The server's clock is not this machine's. */
const CLOCKS_DIFFER_MS = 60_000

/** How many messages of `other` came while the window was not looked at; 0 as soon as it is. */
export function useNews(other: Author): Readonly<Ref<number>> {
  const isFocused = useWindowFocus()
  const visibility = useDocumentVisibility()
  const isWatched = computed(() => isFocused.value && visibility.value === 'visible')
  const ids = ref(new Set<string>())
  let leftAt = 0
  useHostEvent('messages.changed', ({ messages }) => {
    if (isWatched.value) return
    for (const { id, author, body, at } of messages) {
      if (author === other && body.kind !== 'retracted' && at > leftAt - CLOCKS_DIFFER_MS) ids.value.add(id)
      else ids.value.delete(id)
    }
  })
  watch(
    isWatched,
    (watched) => {
      if (watched) ids.value.clear()
      else leftAt = Date.now()
    },
    { immediate: true },
  )
  return computed(() => ids.value.size)
}
