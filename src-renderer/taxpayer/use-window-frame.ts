// 「最小化」「最大化」「关闭」: on the real window where the shell has one, else on this page.
import type { ShellView } from '@zhengna/contract/host/shell.ts'
import { ref, shallowRef } from 'vue'
import { useHost } from '../host/index.ts'
import { notifyFailure, notifyProblem } from '../ui/index.ts'

/** folded: a round button is left of the page; closed: a word of goodbye. */
export type Frame = 'open' | 'folded' | 'closed'

export function useWindowFrame() {
  const host = useHost()
  const shell = shallowRef<ShellView | null>(null)
  const frame = ref<Frame>('open')

  async function load(): Promise<void> {
    const got = await host.request('shell.get', {})
    if (got.ok) shell.value = got.value
  }

  async function control(action: 'minimise' | 'toggle-maximise' | 'close'): Promise<void> {
    if (shell.value?.controlsWindow) {
      const done = await host.request('window.control', { action })
      if (!done.ok) notifyFailure(done.error)
    } else if (action === 'toggle-maximise') await toggleFullscreen()
    else frame.value = action === 'minimise' ? 'folded' : 'closed'
  }
  return { shell, frame, load, control }
}

async function toggleFullscreen(): Promise<void> {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  await change.catch((error: unknown) => notifyProblem(String(error instanceof Error ? error.name : error)))
}
