// Carries the host contract: one channel for each request and each event, made by a loop over the contract.
// The only place in the main process with raw IPC.
import { failure } from '@zhengna/contract/errors.ts'
import { fail } from '@zhengna/contract/result.ts'
import { BrowserWindow, ipcMain } from 'electron'
import type { Host } from '../../host/ports.ts'
import type { Log } from '../log.ts'
import { eventChannels, requestChannels } from './channels.ts'
import { isOwnPage } from './sender.ts'

export function carryHost(host: Pick<Host, 'handle' | 'subscribe'>, log: Log): void {
  for (const [name, channel] of Object.entries(requestChannels)) {
    ipcMain.handle(channel, (event, params: unknown) => {
      if (isOwnPage(event)) return host.handle(name, params)
      log(`ipc: refused ${name} from a foreign page`)
      return fail(failure('FORBIDDEN'))
    })
  }
  host.subscribe((name, payload) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed()) window.webContents.send(eventChannels[name], payload)
    }
  })
}
