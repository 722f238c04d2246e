// What is written about records and not sent, by key: at hand at once in this window, kept by the host shortly after, so that it
// survives another record, a restart and a lost line. What the host let go because it was sent is let go here by `write(key, '')`.
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { ref } from 'vue'
import { useHost } from '../../host/index.ts'

const saveAfterMs = 300

export function useKeptTexts() {
  const host = useHost()
  const texts = ref(new Map<string, string>())
  const unsaved = new Set<string>()

  function flush(): void {
    for (const key of unsaved) void host.request('desk.saveDraft', { key, text: texts.value.get(key) ?? '' })
    unsaved.clear()
  }
  const flushSoon = useDebounceFn(flush, saveAfterMs)
  useEventListener('pagehide', flush)

  return {
    of: (key: string): string => texts.value.get(key) ?? '',
    write(key: string, text: string): void {
      texts.value.set(key, text)
      unsaved.add(key)
      void flushSoon()
    },
    /** Takes up what the host has; never over what was written in this window. */
    async load(keys: readonly string[]): Promise<void> {
      await Promise.all(
        keys
          .filter((key) => !texts.value.has(key))
          .map(async (key) => {
            const kept = await host.request('desk.draft', { key })
            if (kept.ok && kept.value.text !== '' && !texts.value.has(key)) texts.value.set(key, kept.value.text)
          }),
      )
    },
    /** Another person signs in: nothing of the last one's may show. */
    forget(): void {
      texts.value.clear()
      unsaved.clear()
    },
  }
}
