import type { App, CommandLine } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow } from './browser-window.ts'
import { emitCancellable } from './events.ts'
import { record } from './recorder.ts'
import { surroundings } from './surroundings.ts'

type Doubled =
  | 'isPackaged'
  | 'isReady'
  | 'whenReady'
  | 'getAppPath'
  | 'getVersion'
  | 'getPath'
  | 'setPath'
  | 'setName'
  | 'setAppUserModelId'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setBadgeCount'
  | 'quit'
  | 'exit'

class AppDouble extends EventEmitter implements Pick<App, Doubled> {
  readonly isPackaged = surroundings.isPackaged
  private ready = false
  private isQuitting = false
  private readonly paths = new Map<string, string>([['appData', surroundings.appData]])
  private readonly becomingReady = Promise.withResolvers<undefined>()

  /** Called once the main bundle's own code has run, as Electron does. */
  becomeReady(): void {
    this.ready = true
    this.emit('ready')
    this.becomingReady.resolve(undefined)
  }
  isReady = () => this.ready
  whenReady = (): Promise<void> => this.becomingReady.promise
  getAppPath = () => surroundings.appPath
  getVersion = () => (JSON.parse(readFileSync(join(surroundings.appPath, 'package.json'), 'utf8')) as { version: string }).version
  getPath(name: string): string {
    const path = this.paths.get(name)
    if (!path) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
    record('app.setPath', name, path)
  }
  setName = (name: string) => record('app.setName', name)
  setAppUserModelId = (id: string) => record('app.setAppUserModelId', id)
  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    record('app.enableSandbox')
  }
  readonly commandLine: Pick<CommandLine, 'appendSwitch'> = {
    appendSwitch: (name: string, value?: string): void => {
      if (this.ready) throw new Error('a switch is read when the app becomes ready')
      record('app.commandLine.appendSwitch', name, value)
    },
  }
  requestSingleInstanceLock(): boolean {
    record('app.requestSingleInstanceLock', this.getPath('userData'))
    return surroundings.isFirstInstance
  }
  setBadgeCount(count?: number): boolean {
    record('app.setBadgeCount', count)
    return true
  }
  quit(): void {
    record('app.quit')
    if (emitCancellable(this, 'before-quit')) return
    this.isQuitting = true
    for (const window of BrowserWindow.getAllWindows()) {
      window.close()
      if (!window.isDestroyed()) return void (this.isQuitting = false)
    }
    if (!emitCancellable(this, 'will-quit')) this.exit(0)
  }
  exit(code = 0): void {
    record('app.exit', code)
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    this.emit('quit', {}, code)
    process.exit(code)
  }
  /** Electron keeps silent about it when it was asked to quit. */
  allWindowsClosed(): void {
    if (!this.isQuitting) this.emit('window-all-closed')
  }
}

export const app = new AppDouble()
BrowserWindow.onAllClosed = () => app.allWindowsClosed()
