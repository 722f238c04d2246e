// This window's part in the notes of the desktop: says whether a person has it before them, shows notes where the shell cannot, and
// leads to what a pressed one was about.
import type { HostPayload } from '@zhengna/contract/host/index.ts'
import { WATCH_LASTS_MS } from '@zhengna/contract/host/desktop.ts'
import { useDocumentVisibility, useIntervalFn, useWindowFocus } from '@vueuse/core'
import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { useHost, useHostEvent, useHostReturn } from '../../host/index.ts'
import { useSettingsStore } from '../settings/index.ts'
import { chime } from './chime.ts'
import { createPageNotes } from './page-notes.ts'

/** `isUp`: false while the page is folded up or closed, though the browser's window may have the focus. */
export function useDesktopNotes(isUp: Readonly<Ref<boolean>>, onPressed: (pressed: HostPayload<'desktop.pressed'>) => void): void {
  const host = useHost()
  const settings = useSettingsStore()
  const isFocused = useWindowFocus()
  const visibility = useDocumentVisibility()
  const isWatched = computed(() => isUp.value && isFocused.value && visibility.value === 'visible')
  const notes = createPageNotes((matter) => void host.request('desktop.press', { matter }))

  const say = (): void => void host.request('desktop.watch', { isWatched: isWatched.value })
  watch(isWatched, say, { immediate: true })
  useIntervalFn(() => isWatched.value && say(), WATCH_LASTS_MS / 3)
  useHostReturn(say)
  onScopeDispose(() => void host.request('desktop.watch', { isWatched: false }))

  useHostEvent('desktop.note', notes.show)
  useHostEvent('desktop.settled', ({ matter }) => notes.close(matter))
  useHostEvent('desktop.pressed', onPressed)
  useHostEvent('desktop.sounded', () => {
    // A browser that was never touched plays nothing.
    if (settings.settings.desktopSounds) chime().catch(() => undefined)
  })
}
