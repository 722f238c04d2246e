// When a window is closed, hidden or brought forward.
import { app, type BrowserWindow } from 'electron'

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/**
 * The taxpayer's window stays at hand in the tray, every window does so on macOS; the console's ends the program.
 * It truly closes once the program is quitting.
 */
export function hideInsteadOfClosing(window: BrowserWindow): void {
  let isQuitting = false
  app.on('before-quit', () => (isQuitting = true))
  window.on('close', (event) => {
    if (isQuitting) return
    event.preventDefault()
    window.hide()
  })
  // The operating system is logging off: it waits for nobody.
  window.on('session-end', () => (isQuitting = true))
}
