// A crashed page comes back by itself: nothing typed is lost, the host keeps drafts and the outbox.
import type { WebContents } from 'electron'
import type { Log } from '../log.ts'

/** A page that crashes again at once is left alone: reloading it for ever would only burn the machine. */
const restMs = 10_000

export function reviveAfterCrash(contents: WebContents, log: Log, now: () => number = Date.now): void {
  let revivedAt = -Infinity
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`window: its process is gone (${reason}, ${exitCode})`)
    if (reason === 'clean-exit' || now() - revivedAt < restMs) return
    revivedAt = now()
    contents.reload()
  })
}
