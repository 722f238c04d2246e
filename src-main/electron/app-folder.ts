// Where the built parts lie inside the program's folder (app.asar when packaged, the checkout otherwise).
import type { Edition } from '@zhengna/contract/domain/person.ts'
import { join } from 'node:path'

export interface AppFolder {
  readonly preload: string
  readonly renderer: string
  readonly windowIcon: string
  readonly trayIcon: string
}

export function appFolder(appPath: string, edition: Edition): AppFolder {
  const out = (...names: string[]) => join(appPath, 'out', ...names)
  const isMac = process.platform === 'darwin'
  return {
    preload: out('preload', 'preload.cjs'),
    renderer: out('renderer'),
    windowIcon: out('icons', edition, '512.png'),
    // macOS recolours a template to suit its menu bar; it knows one by its name.
    trayIcon: out('icons', edition, isMac ? 'trayTemplate.png' : 'tray.png'),
  }
}
