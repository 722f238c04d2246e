// The only place that makes windows, so that none is made without the locks.
import { BrowserWindow, nativeTheme, type Session } from 'electron'
import type { Identity } from '../identity.ts'
import type { Log } from '../log.ts'
import { appAddress } from '../protocol/address.ts'
import { offerContextMenu } from './context-menu.ts'
import { lockNavigation } from './navigation.ts'
import { reviveAfterCrash } from './revive.ts'

export interface WindowOptions {
  readonly identity: Identity
  readonly session: Session
  readonly preload: string
  readonly icon: string
  readonly isPackaged: boolean
  readonly log: Log
}

// The pages' own --page colour, so that the window does not flash before the first paint.
const backgroundColor = () => (nativeTheme.shouldUseDarkColors ? '#0d1517' : '#f1f5f5')

export function createWindow(options: WindowOptions): BrowserWindow {
  const { identity, session, preload, icon, isPackaged, log } = options
  const window = new BrowserWindow({
    // Electron remembers bounds and display mode under this name.
    name: 'main',
    windowStatePersistence: true,
    title: identity.productName,
    icon,
    width: 1280,
    height: 800,
    minWidth: 420,
    minHeight: 600,
    show: false,
    backgroundColor: backgroundColor(),
    // The page draws its own title bar; macOS keeps its lights, and tells the page where they are (titlebar-area-*).
    ...(process.platform === 'darwin'
      ? { titleBarStyle: 'hiddenInset' as const, titleBarOverlay: true }
      : { titleBarStyle: 'hidden' as const, autoHideMenuBar: true }),
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  })
  lockNavigation(window.webContents, log)
  offerContextMenu(window)
  reviveAfterCrash(window.webContents, log)
  window.once('ready-to-show', () => window.show())
  window.loadURL(appAddress).catch((error: unknown) => log(`window: ${String(error)}`))
  return window
}
