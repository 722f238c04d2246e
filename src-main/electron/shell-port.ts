// The window and the desktop, as the host asks for them.
import type { BrowserWindow } from 'electron'
import type { ShellPort } from '../host/ports.ts'
import { createNotes } from './notes.ts'
import { openLink } from './windows/open-link.ts'

/** The host is made before its window; until there is one, nothing is to be controlled. */
export function createShellPort(mainWindow: () => BrowserWindow | null): ShellPort {
  return {
    shell: 'electron',
    controlsWindow: () => true,
    controlWindow(action) {
      const window = mainWindow()
      if (!window) return
      if (action === 'minimise') window.minimize()
      else if (action === 'close') window.close()
      else if (window.isMaximized()) window.unmaximize()
      else window.maximize()
    },
    openLink,
    notes: createNotes(mainWindow),
  }
}
