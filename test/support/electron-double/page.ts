// A page with its preload, as the sandbox runs it: no Node, no Buffer, nothing to require but 'electron'.
import type { ContextBridge, IpcRenderer } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { createContext, Script } from 'node:vm'
import { ipcMain } from './ipc-main.ts'
import { record } from './recorder.ts'
import type { WebContents } from './web-contents.ts'

export interface Page {
  /** What contextBridge put into the page's window. */
  readonly world: Readonly<Record<string, unknown>>
  receive(channel: string, args: readonly unknown[]): void
}

export function runPreload(file: string, contents: WebContents): Page {
  const world: Record<string, unknown> = {}
  const incoming = new EventEmitter()
  const contextBridge: Pick<ContextBridge, 'exposeInMainWorld'> = {
    exposeInMainWorld(key, api) {
      if (key in world) throw new Error(`Cannot bind an API on top of an existing property: ${key}`)
      world[key] = api
    },
  }
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      record('ipc.invoke', channel)
      return ipcMain.deliver(channel, { sender: contents, senderFrame: contents.mainFrame }, args)
    },
    on: (channel: string, listener: (...args: unknown[]) => void) => incoming.on(channel, listener),
    removeListener: (channel: string, listener: (...args: unknown[]) => void) => incoming.off(channel, listener),
  } satisfies Record<keyof Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>, unknown>
  const requireInSandbox = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { contextBridge, ipcRenderer }
  }
  const context = createContext({ console })
  const preload = new Script(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, { filename: file })
  const wrapper = preload.runInContext(context) as (...args: unknown[]) => void
  wrapper(requireInSandbox, { exports: {} }, {})
  return { world, receive: (channel, args) => incoming.emit(channel, { sender: 'not for pages' }, ...args) }
}
