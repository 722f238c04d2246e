// Notes of the desktop, as the operating system shows them. One a matter.
import type { DesktopMatter } from '@zhengna/contract/host/desktop.ts'
import { Notification, type BrowserWindow } from 'electron'
import type { ShellNotes } from '../host/ports.ts'
import { bringForward } from './windows/presence.ts'

export function createNotes(mainWindow: () => BrowserWindow | null): ShellNotes {
  // A note that nothing refers to is collected, and pressing it does nothing.
  const shown = new Map<DesktopMatter, Notification>()
  const close = (matter: DesktopMatter): void => {
    shown.get(matter)?.close()
    shown.delete(matter)
  }
  return {
    show({ matter, title, text }, onPress) {
      close(matter)
      if (!Notification.isSupported()) return
      const note = new Notification({ title, body: text })
      shown.set(matter, note)
      note.on('click', () => {
        const window = mainWindow()
        if (window) bringForward(window)
        onPress()
      })
      note.show()
    },
    close,
  }
}
