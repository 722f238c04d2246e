// Notes of the desktop that the page itself shows: under the loopback shell. One a matter.
import type { DesktopMatter, DesktopNote } from '@zhengna/contract/host/desktop.ts'

export interface PageNotes {
  show(note: DesktopNote): void
  close(matter: DesktopMatter): void
}

export type NotePermission = NotificationPermission | 'unavailable'
export const notePermission = (): NotePermission => ('Notification' in window ? Notification.permission : 'unavailable')

export function createPageNotes(onPress: (matter: DesktopMatter) => void): PageNotes {
  const shown = new Map<DesktopMatter, Notification>()
  const close = (matter: DesktopMatter): void => {
    shown.get(matter)?.close()
    shown.delete(matter)
  }
  return {
    show({ matter, title, text }) {
      // One of the same tag would take its place without a sound.
      close(matter)
      if (notePermission() !== 'granted') return
      const note = new Notification(title, { body: text, tag: matter, icon: '/taxpayer.svg', lang: 'zh-CN' })
      note.onclick = () => {
        window.focus()
        onPress(matter)
      }
      shown.set(matter, note)
    },
    close,
  }
}
