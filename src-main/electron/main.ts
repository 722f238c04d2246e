// The Electron shell's start-up, in order. The order matters: what Chromium reads before it is ready comes first.
import { app, dialog, powerMonitor, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { createHost } from '../host/host.ts'
import { appFolder } from './app-folder.ts'
import { readIdentity, type Identity } from './identity.ts'
import { carryHost } from './ipc/bridge.ts'
import { openLog } from './log.ts'
import { setMenu } from './menu.ts'
import { appAddress } from './protocol/address.ts'
import { registerScheme, serveApp } from './protocol/serve.ts'
import { closeHostBeforeQuitting } from './quit.ts'
import { createSecrets } from './secrets.ts'
import { createShellPort } from './shell-port.ts'
import { StartError } from './start-error.ts'
import { followTheme } from './theme.ts'
import { hideTray, showTray } from './tray/tray.ts'
import { bringForward, hideInsteadOfClosing } from './windows/presence.ts'
import { lockSession } from './windows/session-lock.ts'
import { createWindow } from './windows/window-factory.ts'

let mainWindow: BrowserWindow | null = null

try {
  const identity = readIdentity(app.getAppPath(), process.env)
  takePlace(identity)
  // One program for each edition and data folder; a second start shows the first one's window.
  if (app.requestSingleInstanceLock()) void run(identity).catch(giveUp)
  else app.quit()
} catch (error) {
  giveUp(error)
}

/** Names, folders and switches that must stand before the app is ready. */
function takePlace({ productName, appId, dataDir }: Identity): void {
  app.setName(productName)
  app.setAppUserModelId(appId)
  app.setPath('userData', dataDir ?? join(app.getPath('appData'), productName))
  // Chromium's own files are kept apart from ours.
  app.setPath('sessionData', join(app.getPath('userData'), 'browser'))
  // Boxes for a date and a time are Chromium's own: they speak as the program does, whatever the system speaks.
  app.commandLine.appendSwitch('lang', 'zh-CN')
  app.enableSandbox()
  registerScheme()
}

async function run(identity: Identity): Promise<void> {
  app.on('second-instance', () => mainWindow && bringForward(mainWindow))
  app.on('activate', () => mainWindow && bringForward(mainWindow))
  await app.whenReady()

  const userData = app.getPath('userData')
  const folder = appFolder(app.getAppPath(), identity.edition)
  const log = openLog(userData, app.isPackaged)
  const host = await createHost({
    edition: identity.edition,
    serverUrl: identity.serverUrl,
    dataDir: join(userData, 'host'),
    version: app.getVersion(),
    shell: createShellPort(() => mainWindow),
    secrets: createSecrets(userData, log),
    log,
  })

  closeHostBeforeQuitting(host, log, hideTray)
  powerMonitor.on('resume', () => host.wake())
  carryHost(host, log)
  await followTheme(host)
  lockSession(session.defaultSession)
  serveApp(session.defaultSession, { edition: identity.edition, rendererDir: folder.renderer, host, log })
  setMenu(identity)

  const window = createWindow({
    identity,
    session: session.defaultSession,
    preload: folder.preload,
    icon: folder.windowIcon,
    isPackaged: app.isPackaged,
    log,
  })
  mainWindow = window
  // The start script waits for this line.
  if (!app.isPackaged) window.once('show', () => console.log(`ready ${identity.edition} ${appAddress}`))
  if (identity.edition === 'taxpayer' || process.platform === 'darwin') hideInsteadOfClosing(window)
  window.on('closed', () => (mainWindow = null))
  app.on('window-all-closed', () => app.quit())
  showTray(identity, folder.trayIcon, window, host)
}

/** Without a host there is nothing to show but why. */
function giveUp(error: unknown): void {
  const reason = error instanceof StartError ? error.message : `程序启动时出现故障，请重新打开程序。\n\n${String(error)}`
  dialog.showErrorBox('征纳互动无法启动', reason)
  app.exit(1)
}
