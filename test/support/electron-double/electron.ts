// What `import … from 'electron'` finds in the main process.
import { app } from './app.ts'
import { askReadiness } from './session.ts'

askReadiness(() => app.isReady())

export { app }
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, nativeImage, nativeTheme, Notification, powerMonitor, safeStorage, shell, Tray } from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol, session } from './session.ts'
