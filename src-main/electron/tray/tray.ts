// The tray: opens the window, says what waits, and is where the program is quit.
import { app, Menu, nativeImage, Tray, type BrowserWindow } from 'electron'
import type { Host } from '../../host/ports.ts'
import { showAbout } from '../about.ts'
import type { Identity } from '../identity.ts'
import { bringForward } from '../windows/presence.ts'
import { createConsoleUnread, createTaxpayerUnread } from './unread.ts'

// Without a reference that lives as long as the program, the icon is collected and disappears.
let tray: Tray | null = null

export function showTray(identity: Identity, icon: string, window: BrowserWindow, host: Pick<Host, 'subscribe'>): void {
  const { productName, edition } = identity
  const shown = new Tray(nativeImage.createFromPath(icon))
  tray = shown
  shown.setContextMenu(
    Menu.buildFromTemplate([
      { label: `打开${productName}`, click: () => bringForward(window) },
      { label: `关于${productName}`, click: () => showAbout(identity) },
      { type: 'separator' },
      { label: '退出', click: () => app.quit() },
    ]),
  )
  shown.on('click', () => bringForward(window))

  const unread = edition === 'taxpayer' ? createTaxpayerUnread() : createConsoleUnread()
  const tell = () => {
    const count = unread.count()
    shown.setToolTip(count > 0 ? `${productName} · ${count} 条未读消息` : productName)
    app.setBadgeCount(count)
  }
  tell()
  window.on('focus', () => unread.seen() && tell())
  host.subscribe((name, payload) => {
    if (unread.hear(name, payload, window.isFocused())) tell()
  })
}

export function hideTray(): void {
  tray?.destroy()
  tray = null
}
