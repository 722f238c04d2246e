// The desktop around the windows: tray, menus, dialogs, key store, power, theme.
import type { Dialog, MenuItemConstructorOptions, NotificationConstructorOptions, SafeStorage, Shell } from 'electron'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { record } from './recorder.ts'
import { surroundings } from './surroundings.ts'

export class Menu {
  static application: Menu | null = null
  static buildFromTemplate = (items: MenuItemConstructorOptions[]) => new Menu(items)
  static setApplicationMenu = (menu: Menu | null) => void (Menu.application = menu)
  readonly items: readonly MenuItemConstructorOptions[]
  constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items
  }
  popup = () =>
    record(
      'menu.popup',
      this.items.map(({ label }) => label),
    )
}

interface Image {
  readonly path: string
  readonly isEmpty: boolean
}

export class Tray extends EventEmitter {
  static shown: Tray | null = null
  toolTip = ''
  menu: Menu | null = null
  readonly image: Image
  constructor(image: Image) {
    super()
    this.image = image
    Tray.shown = this
  }
  setToolTip = (text: string) => void (this.toolTip = text)
  setContextMenu = (menu: Menu) => void (this.menu = menu)
  destroy(): void {
    Tray.shown = null
    record('tray.destroyed')
  }
}

export class Notification extends EventEmitter {
  static shown: readonly Notification[] = []
  static isSupported = () => true
  readonly options: NotificationConstructorOptions
  constructor(options: NotificationConstructorOptions) {
    super()
    this.options = options
  }
  show(): void {
    Notification.shown = [...Notification.shown, this]
    record('notification.show', this.options.title, this.options.body)
  }
  close(): void {
    Notification.shown = Notification.shown.filter((one) => one !== this)
  }
}

export const nativeImage = { createFromPath: (path: string): Image => ({ path, isEmpty: !existsSync(path) }) }
export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' }
export const powerMonitor = new EventEmitter()

export const shell = {
  openExternal: (url: string) => Promise.resolve(record('shell.openExternal', url)),
} satisfies Pick<Shell, 'openExternal'>

export const dialog = {
  showErrorBox: (title: string, content: string) => record('dialog.showErrorBox', title, content),
  showMessageBox(options: unknown) {
    record('dialog.showMessageBox', options)
    return Promise.resolve({ response: 0, checkboxChecked: false })
  },
} satisfies Partial<Dialog>

/** Sealed text is told from plain text, and only this "machine" opens it. */
const seal = 'sealed:'
export const safeStorage = {
  getSelectedStorageBackend: () => surroundings.keyStore,
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(seal + Buffer.from(text).toString('hex'))),
  decryptStringAsync(encrypted: Buffer) {
    const text = encrypted.toString()
    if (!text.startsWith(seal)) return Promise.reject(new Error('Error while decrypting the ciphertext provided to safeStorage'))
    return Promise.resolve({ result: Buffer.from(text.slice(seal.length), 'hex').toString(), shouldReEncrypt: false })
  },
} satisfies Partial<SafeStorage>
