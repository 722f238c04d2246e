// The workbench's keyboard. Alt and Ctrl combinations only, so that they work while typing.
import { useEventListener } from '@vueuse/core'
import { isComposing } from '../../ui/index.ts'

export interface DeskKeys {
  takeNext(): void
  goTo(step: 1 | -1): void
  search(): void
}

export function useDeskKeys(keys: DeskKeys): void {
  useEventListener('keydown', (event: KeyboardEvent) => {
    const action = actionOf(event, keys)
    if (action === null) return
    event.preventDefault()
    action()
  })
}

function actionOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | null {
  // A dialogue is asking something: nothing behind it may move.
  if (
    isComposing(event) ||
    (event.repeat && event.code === 'KeyN') ||
    document.querySelector('[aria-modal="true"]:not([style*="display: none"])')
  )
    return null
  const only = (modifier: 'altKey' | 'ctrlKey'): boolean =>
    event[modifier] &&
    !event.shiftKey &&
    !event.metaKey &&
    event.altKey === (modifier === 'altKey') &&
    event.ctrlKey === (modifier === 'ctrlKey')
  if (only('ctrlKey') && event.code === 'KeyK') return keys.search
  if (!only('altKey')) return null
  if (event.code === 'KeyN') return keys.takeNext
  if (event.code === 'ArrowUp') return () => keys.goTo(-1)
  return event.code === 'ArrowDown' ? () => keys.goTo(1) : null
}
