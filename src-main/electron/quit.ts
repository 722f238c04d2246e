// Quitting waits until everything typed is on disk.
import { app } from 'electron'
import type { Host } from '../host/ports.ts'
import type { Log } from './log.ts'

/** A store that hangs must not keep the program from ending: what was acknowledged is on disk already. */
const closeMaxMs = 5_000

/** At will-quit and not before: the windows are gone by then, and with them the last draft they wanted kept. */
export function closeHostBeforeQuitting(host: Pick<Host, 'close'>, log: Log, afterwards: () => void): void {
  let isClosing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    const finish = () => {
      clearTimeout(limit)
      afterwards()
      // Not quit(): it would ask the same question again.
      app.exit(0)
    }
    const limit = setTimeout(() => {
      log('quit: the host did not close in time')
      finish()
    }, closeMaxMs)
    host.close().then(finish, (error: unknown) => {
      log(`quit: ${String(error)}`)
      finish()
    })
  })
}
