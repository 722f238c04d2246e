// 主题 is the host's setting; menus, dialogs and the window's first colour follow it.
import { themes, type Settings } from '@zhengna/contract/host/shell.ts'
import { nativeTheme } from 'electron'
import type { Host } from '../host/ports.ts'

export async function followTheme(host: Pick<Host, 'handle' | 'subscribe'>): Promise<void> {
  const follow = ({ theme }: Settings) => {
    if (themes.includes(theme)) nativeTheme.themeSource = theme
  }
  host.subscribe((name, payload) => {
    if (name === 'settings.changed') follow(payload as Settings)
  })
  const settings = await host.handle('settings.get', {})
  if (settings.ok) follow(settings.value as Settings)
}
