// The server as main.ts starts it, with a door for its test: it may publish a correction, as the editors' desk does, and let time pass.
import { startServer } from '../../../server/src/app.ts'
import { readConfig } from '../../../server/src/config.ts'
import type { Correction } from '../../../server/src/features/recall/index.ts'
import { TurnableClock } from '../../support/server.ts'

export type Knock = { readonly correction: Correction } | { readonly passMs: number }

/** Less than the gap between two rounds that would be written down as an outage. */
const STEP_MS = 2 * 60_000

const clock = new TurnableClock()
const server = await startServer(readConfig(process.argv.slice(2), process.env), clock)

/** As on a server that is at work all the while. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    clock.advance(Math.min(left, STEP_MS))
    await server.check()
  }
}
async function answer(knock: Knock): Promise<number> {
  if ('correction' in knock) return server.correct(knock.correction)
  await pass(knock.passMs)
  return clock.now()
}
process.on('message', (knock: Knock) => void answer(knock).then((answered) => process.send?.(answered)))
const stop = (): void => void server.close().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('disconnect', stop)
console.log(`ready server ${server.url}`)
