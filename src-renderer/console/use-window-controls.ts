// 「最小化」「最大化」「关闭」 of the real window, where the shell has one; elsewhere the browser's own frame has them.
import type { ShellView } from '@zhengna/contract/host/shell.ts'
import { computed, onMounted, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDeskStore } from '../features/desk/index.ts'
import { useHost } from '../host/index.ts'
import { confirm, notifyFailure } from '../ui/index.ts'

type Action = 'minimise' | 'toggle-maximise' | 'close'

export function useWindowControls() {
  const { t } = useI18n()
  const host = useHost()
  const desk = useDeskStore()
  const shell = shallowRef<ShellView | null>(null)

  onMounted(async () => {
    const got = await host.request('shell.get', {})
    if (got.ok) shell.value = got.value
  })

  async function mayClose(): Promise<boolean> {
    const count = desk.sections.live.length
    return count === 0 || confirm({ title: t('console.close'), message: t('console.closeLive', { count }), isGrave: true })
  }

  return {
    /** Notes of the desktop are the page's to show. */
    isPageNoting: computed(() => shell.value?.shell === 'loopback'),
    hasControls: computed(() => shell.value?.controlsWindow ?? false),
    async control(action: Action): Promise<void> {
      if (action === 'close' && !(await mayClose())) return
      const done = await host.request('window.control', { action })
      if (!done.ok) notifyFailure(done.error)
    },
  }
}
