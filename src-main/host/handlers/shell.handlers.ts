import { defaultSettings, type Settings, type shellRequests } from '@zhengna/contract/host/shell.ts'
import { ok } from '@zhengna/contract/result.ts'
import type { HandlersOf, HostContext } from './context.ts'

const KEPT = 'settings'

export function shellHandlers({ options, device, events }: HostContext): HandlersOf<typeof shellRequests> {
  const { shell, edition, version } = options
  const settings = async (): Promise<Settings> => ({
    ...defaultSettings,
    ...(JSON.parse((await device.get(KEPT)) ?? '{}') as Partial<Settings>),
  })
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
    'settings.get': async () => ok(await settings()),
    'settings.set': async (change) => {
      const next = { ...(await settings()), ...change }
      await device.set(KEPT, JSON.stringify(next))
      events.emit('settings.changed', next)
      return ok(next)
    },
  }
}
