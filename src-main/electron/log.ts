// The log file of the shell and its host: userData/logs/main.log, turned over at 2 MB.
// electron-log's plain Node form: its Electron form would open IPC channels of its own to the windows.
import log from 'electron-log/node'
import { join } from 'node:path'

/** Lines never hold texts, names or tokens. */
export type Log = (line: string) => void

const fileMaxBytes = 2 * 1024 * 1024

export function openLog(userData: string, isPackaged: boolean): Log {
  log.transports.file.resolvePathFn = () => join(userData, 'logs', 'main.log')
  log.transports.file.maxSize = fileMaxBytes
  log.transports.console.level = isPackaged ? false : 'info'
  return (line) => {
    log.info(line)
  }
}
