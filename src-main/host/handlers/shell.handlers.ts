import type { shellRequests } from '@zhengna/contract/host/shell.ts'
import { ok } from '@zhengna/contract/result.ts'
import type { HandlersOf, HostContext } from './context.ts'

export function shellHandlers({ options, settings }: HostContext): HandlersOf<typeof shellRequests> {
  const { shell, edition, version } = options
  return {
    'shell.get': () => ok({ edition, shell: shell.shell, version, controlsWindow: shell.controlsWindow() }),
    'window.control': async ({ action }) => {
      await shell.controlWindow(action)
      return ok(null)
    },
    'shell.openLink': async ({ url }) => {
      await shell.openLink(url)
      return ok(null)
    },
    'settings.get': () => ok(settings.current()),
    'settings.set': async (change) => ok(await settings.change(change)),
  }
}
