// Where the built parts lie inside the program's folder (app.asar when packaged, the checkout otherwise).
import type { Edition } from '@zhengna/contract/domain/person.ts'
import { join } from 'node:path'

export interface AppFolder {
  readonly preload: string
  readonly renderer: string
  readonly windowIcon: string
  readonly trayIcon: string
}

// macOS recolours a template to suit its menu bar, and knows one by its name. Linux' panels are larger than Windows'.
const trayIcons: Partial<Record<NodeJS.Platform, string>> = { darwin: 'trayTemplate.png', win32: 'tray.png' }

export function appFolder(appPath: string, edition: Edition): AppFolder {
  const out = (...names: string[]) => join(appPath, 'out', ...names)
  return {
    preload: out('preload', 'preload.cjs'),
    renderer: out('renderer'),
    windowIcon: out('icons', edition, '512.png'),
    trayIcon: out('icons', edition, trayIcons[process.platform] ?? '32.png'),
  }
}
