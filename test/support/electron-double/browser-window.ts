import type { BrowserWindow as RealWindow, BrowserWindowConstructorOptions } from 'electron'
import { EventEmitter } from 'node:events'
import { emitCancellable } from './events.ts'
import { record } from './recorder.ts'
import { WebContents } from './web-contents.ts'

type Doubled =
  | 'show'
  | 'hide'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'loadURL'

export class BrowserWindow extends EventEmitter implements Pick<RealWindow, Doubled> {
  private static readonly all = new Set<BrowserWindow>()
  static onAllClosed: () => void = () => undefined
  static getAllWindows = () => [...BrowserWindow.all]

  readonly options: BrowserWindowConstructorOptions
  readonly webContents: WebContents
  private readonly state = { visible: true, focused: false, minimized: false, maximized: false, destroyed: false }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (BrowserWindow.getAllWindows().some((other) => options.name && other.options.name === options.name)) {
      throw new Error(`a window named ${options.name} exists`)
    }
    this.options = options
    this.state.visible = options.show ?? true
    this.webContents = new WebContents(options.webPreferences ?? {})
    BrowserWindow.all.add(this)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }
  show(): void {
    this.state.visible = true
    record('window.show')
    this.emit('show')
    this.focus()
  }
  hide(): void {
    this.state.visible = false
    this.blur()
    record('window.hide')
  }
  focus(): void {
    this.state.focused = true
    this.emit('focus')
  }
  blur(): void {
    this.state.focused = false
    this.emit('blur')
  }
  minimize(): void {
    this.state.minimized = true
    this.blur()
  }
  restore = () => void (this.state.minimized = false)
  maximize = () => void (this.state.maximized = true)
  unmaximize = () => void (this.state.maximized = false)
  isVisible = () => this.state.visible
  isFocused = () => this.state.focused
  isMinimized = () => this.state.minimized
  isMaximized = () => this.state.maximized
  isDestroyed = () => this.state.destroyed
  close(): void {
    if (!emitCancellable(this, 'close')) this.destroy()
  }
  destroy(): void {
    if (this.state.destroyed) return
    this.state.destroyed = true
    BrowserWindow.all.delete(this)
    record('window.closed')
    this.emit('closed')
    if (BrowserWindow.all.size === 0) BrowserWindow.onAllClosed()
  }
}
