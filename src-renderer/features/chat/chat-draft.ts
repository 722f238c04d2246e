// The draft of one conversation: kept by the host a moment after the last key, at once when the window goes.
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onScopeDispose, ref, watch } from 'vue'

const keepAfterMs = 400

export function useKeptDraft(keep: (text: string) => Promise<unknown>) {
  const draft = ref('')
  let kept = ''

  function flush(): void {
    if (draft.value === kept) return
    kept = draft.value
    void keep(kept)
  }
  watch(draft, useDebounceFn(flush, keepAfterMs))
  useEventListener('pagehide', flush)
  onScopeDispose(flush)

  /** What the host gave; not sent back to it. Never over what was typed meanwhile. */
  function restore(text: string): void {
    if (draft.value !== kept) return
    draft.value = kept = text
  }
  return { draft, restore, flush }
}
