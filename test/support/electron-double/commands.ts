// What a test can do to the running shell and ask of it. Everything in and out is a plain value.
import type { HostBridge, HostEventName, HostRequestName } from '@zhengna/contract/host/index.ts'
import type { WebPreferences } from 'electron'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { Menu, nativeTheme, Notification, powerMonitor, Tray } from './desktop.ts'
import { emitCancellable } from './events.ts'
import { ipcMain } from './ipc-main.ts'
import { recorded } from './recorder.ts'
import { fetchFrom, session } from './session.ts'

type Permission =
  'media' | 'display-capture' | 'geolocation' | 'notifications' | 'clipboard-read' | 'clipboard-sanitized-write' | 'fullscreen'

function onlyWindow(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Error('there is no window')
  return window
}
const bridge = () => onlyWindow().webContents.page?.world.zhengna as HostBridge
const heard: { name: string; payload: unknown; extra: number }[] = []
const stops = new Map<string, () => void>()

export const commands = {
  recorded: () => recorded,
  // The page
  world: () =>
    Object.fromEntries(Object.entries(onlyWindow().webContents.page?.world ?? {}).map(([key, api]) => [key, Object.keys(api as object)])),
  request: (name: string, params: unknown) => bridge().request(name as HostRequestName, params as never),
  listen(name: string) {
    stops.set(
      name,
      bridge().on(name as HostEventName, (...args: unknown[]) => heard.push({ name, payload: args[0], extra: args.length - 1 })),
    )
  },
  stopListening: (name: string) => stops.get(name)?.(),
  heard: () => heard,
  // IPC
  channels: () => [...ipcMain.handlers.keys()],
  invokeAs(channel: string, params: unknown, frame: 'page' | 'frame-in-page' | 'gone' | { url: string }) {
    const sender = onlyWindow().webContents
    const { mainFrame } = sender
    if (typeof frame === 'object') sender.mainFrame = { url: frame.url, parent: null }
    const senderFrame = frame === 'gone' ? null : frame === 'frame-in-page' ? { url: mainFrame.url, parent: mainFrame } : sender.mainFrame
    return ipcMain.deliver(channel, { sender, senderFrame }, [params]).finally(() => (sender.mainFrame = mainFrame))
  },
  // The window
  window() {
    const window = onlyWindow()
    const { webPreferences, icon, ...options } = window.options
    return {
      visible: window.isVisible(),
      focused: window.isFocused(),
      minimized: window.isMinimized(),
      maximized: window.isMaximized(),
      url: window.webContents.mainFrame.url,
      options: { ...options, icon: icon as string },
      preferences: { ...webPreferences, session: undefined } as Omit<WebPreferences, 'session'>,
    }
  },
  windowCount: () => BrowserWindow.getAllWindows().length,
  closeWindow: () => onlyWindow().close(),
  minimizeWindow: () => onlyWindow().minimize(),
  blurWindow: () => onlyWindow().blur(),
  /** True: refused. */
  navigate: (event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview', url: string) =>
    emitCancellable(onlyWindow().webContents, event, { url }),
  openWindow: (url: string) => onlyWindow().webContents.openHandler({ url }).action,
  crash: () => onlyWindow().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
  contextMenu: (params: object) => onlyWindow().webContents.emit('context-menu', {}, params),
  // The session
  async fetch(url: string, init: { method?: string; headers?: Record<string, string> } = {}) {
    const response = await fetchFrom(url, init)
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
  },
  askPermission: (permission: Permission, requestingUrl: string) =>
    new Promise<boolean>((resolve) => {
      const handler = session.defaultSession.permissionRequest
      if (!handler) return resolve(true)
      handler(onlyWindow().webContents as never, permission, resolve, { isMainFrame: true, requestingUrl })
    }),
  checkPermission: (permission: Permission, origin: string) =>
    session.defaultSession.permissionCheck?.(onlyWindow().webContents as never, permission, origin, { isMainFrame: true }) ?? true,
  mayUseDevice: () =>
    session.defaultSession.devicePermission?.({ deviceType: 'usb', origin: 'app://zhengna', device: {} as never }) ?? true,
  mayCaptureScreen: () =>
    new Promise<boolean>((resolve) => {
      const handler = session.defaultSession.displayMedia
      if (!handler) return resolve(false)
      handler({} as never, (streams) => resolve(streams !== null))
    }),
  mayLoad: (url: string) =>
    new Promise<boolean>((resolve) => {
      session.defaultSession.beforeRequest?.({ url } as never, ({ cancel }) => resolve(!cancel))
    }),
  mayDownload: (url: string) => !emitCancellable(session.defaultSession, 'will-download', {}, { getURL: () => url }),
  // The desktop
  tray: () =>
    Tray.shown && {
      toolTip: Tray.shown.toolTip,
      hasIcon: !Tray.shown.image.isEmpty,
      labels: (Tray.shown.menu?.items ?? []).map(({ label }) => label ?? '—'),
    },
  chooseInTray(label: string) {
    const item = Tray.shown?.menu?.items.find((one) => one.label === label)
    ;(item?.click as (() => void) | undefined)?.()
  },
  clickTray: () => Tray.shown?.emit('click'),
  notes: () => Notification.shown.map(({ options: { title, body } }) => ({ title, body })),
  pressNote: () => Notification.shown.at(-1)?.emit('click'),
  applicationMenu: () => (Menu.application?.items ?? []).map(({ label }) => label),
  themeSource: () => nativeTheme.themeSource,
  startAgain: () => app.emit('second-instance', {}, [], ''),
  listenersForResume: () => powerMonitor.listenerCount('resume'),
  resume: () => powerMonitor.emit('resume'),
  quit: () => app.quit(),
}

export type Commands = typeof commands
