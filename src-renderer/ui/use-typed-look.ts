import { useDebounceFn } from '@vueuse/core'
import { ref, watch, type Ref } from 'vue'

const LOOK_AFTER_MS = 300

/**
 * What is typed to look for: looked for shortly after the last key, and not at every one. `lookedFor`: what is looked for now; where that
 * is cleared from elsewhere, so is what was typed.
 */
export function useTypedLook(lookedFor: () => string, look: (typed: string) => void): Ref<string> {
  const typed = ref(lookedFor())
  const lookSoon = useDebounceFn(() => {
    if (typed.value !== lookedFor()) look(typed.value)
  }, LOOK_AFTER_MS)
  watch(lookedFor, (text) => (typed.value = text))
  watch(typed, lookSoon)
  return typed
}
