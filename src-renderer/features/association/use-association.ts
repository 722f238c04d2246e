// 智能联想: questions that match what is being typed, and the keys that choose among them. The box stays the box: with nothing
// chosen, Enter sends what was typed.
import type { QuestionSuggestion } from '@zhengna/contract/host/knowledge.ts'
import { useDebounceFn } from '@vueuse/core'
import { computed, ref, shallowRef, useId, watch, type Ref } from 'vue'
import { useHost } from '../../host/index.ts'
import { typedText } from './typed-text.ts'
import { isComposing } from '../../ui/index.ts'

/** Long enough for a burst of keys, too short to be noticed. */
const WAIT_MS = 50
const NONE = -1

export interface AssociationParts {
  readonly draft: Ref<string>
  /** False while a person serves: what is typed then is for them. */
  readonly isAvailable: Ref<boolean>
  readonly pick: (suggestion: QuestionSuggestion) => void
}

export function useAssociation({ draft, isAvailable, pick }: AssociationParts) {
  const host = useHost()
  const listId = useId()
  const suggestions = shallowRef<readonly QuestionSuggestion[]>([])
  const active = ref(NONE)
  const typed = ref('')
  /** Grows with every look and every closing: a reply to an earlier one is stale. */
  let asked = 0
  let inBox = ''

  const isOpen = computed(() => suggestions.value.length > 0)
  const optionId = (place: number): string => `${listId}-${String(place)}`

  function close(): void {
    asked += 1
    suggestions.value = []
    active.value = NONE
  }

  const look = useDebounceFn(async () => {
    const text = typedText(inBox)
    if (text === '' || !isAvailable.value || draft.value !== inBox) return close()
    asked += 1
    const current = asked
    const found = await host.request('knowledge.suggest', { typed: text })
    if (current !== asked) return
    typed.value = text
    active.value = NONE
    suggestions.value = found.ok ? found.value : []
  }, WAIT_MS)

  /** Somebody typed, or their input method did. */
  function onTyped(text: string): void {
    inBox = text
    if (typedText(text) === '' || !isAvailable.value) close()
    else void look()
  }

  function choose(place: number): void {
    const suggestion = suggestions.value[place]
    if (!suggestion) return
    close()
    pick(suggestion)
  }

  /** From what was typed to the first, from the last back to what was typed. */
  function move(by: 1 | -1): void {
    const count = suggestions.value.length + 1
    active.value = ((active.value + 1 + by + count) % count) - 1
  }

  /** True where the key was for the list. */
  function takesKey(event: KeyboardEvent): boolean {
    if (!isOpen.value || isComposing(event) || hasModifier(event)) return false
    const actions: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Escape: close,
      // Home and End are the box's own until something is chosen.
      ...(active.value !== NONE && {
        Home: () => (active.value = 0),
        End: () => (active.value = suggestions.value.length - 1),
        Enter: () => choose(active.value),
      }),
    }
    const action = actions[event.key]
    if (!action) return false
    event.preventDefault()
    action()
    return true
  }

  // Sent, cleared, or replaced by something that was not typed.
  watch(draft, (text) => {
    if (text !== inBox) close()
  })
  watch(isAvailable, (available) => {
    if (!available) close()
  })

  const boxAttributes = computed(() =>
    isAvailable.value
      ? {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
          'aria-expanded': isOpen.value,
          ...(isOpen.value && { 'aria-controls': listId }),
          ...(active.value !== NONE && { 'aria-activedescendant': optionId(active.value) }),
        }
      : {},
  )

  return { listId, optionId, suggestions, active, typed, isOpen, boxAttributes, onTyped, takesKey, choose, close }
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => altKey || ctrlKey || metaKey || shiftKey
