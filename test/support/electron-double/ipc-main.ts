import type { IpcMain } from 'electron'
import type { Frame, WebContents } from './web-contents.ts'

export interface Sender {
  readonly sender: WebContents
  readonly senderFrame: Frame | null
}
type Handler = (event: Sender, ...args: unknown[]) => unknown

class IpcMainDouble implements Pick<IpcMain, 'handle'> {
  readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: (...args: never[]) => unknown): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler as Handler)
  }
  async deliver(channel: string, from: Sender, args: readonly unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return structuredClone(await handler(from, ...(structuredClone(args) as unknown[])))
  }
}

export const ipcMain = new IpcMainDouble()
