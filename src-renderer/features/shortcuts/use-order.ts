// The taxpayer's own choice of tiles: added, removed, moved. Each change lasts at once.
import type { Shortcut } from '@zhengna/contract/domain/shortcut.ts'
import type { ShortcutId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { notifyFailure } from '../../ui/index.ts'
import { movedTo } from './moved-to.ts'
import { useShortcutsStore } from './shortcuts.store.ts'

export function useOrder() {
  const { t } = useI18n()
  const store = useShortcutsStore()
  /** What happened last, for those who hear it. */
  const said = ref('')
  const ids = computed(() => store.shown.map(({ id }) => id))
  const isFull = computed(() => ids.value.length >= limits.shortcutsShownMax)

  async function choose(next: readonly ShortcutId[], saying: string): Promise<void> {
    said.value = saying
    const failure = await store.choose(next)
    if (!failure) return
    said.value = ''
    notifyFailure(failure)
  }

  return {
    said,
    isFull,
    add: ({ id, name }: Shortcut) => choose([...ids.value, id], t('shortcuts.added', { name })),
    remove: ({ id, name }: Shortcut) =>
      choose(
        ids.value.filter((shown) => shown !== id),
        t('shortcuts.removed', { name }),
      ),
    /** `place` from 0. */
    move: ({ id, name }: Shortcut, place: number) =>
      choose(movedTo(ids.value, id, place), t('shortcuts.moved', { name, place: place + 1 })),
    restore: () => choose(store.view?.defaults ?? [], t('shortcuts.restored')),
  }
}
