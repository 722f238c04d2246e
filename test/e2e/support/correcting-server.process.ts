// The server as main.ts starts it, and one thing more: its test may publish a correction, as the editors' desk does.
import { startServer } from '../../../server/src/app.ts'
import { readConfig } from '../../../server/src/config.ts'
import type { Correction } from '../../../server/src/features/recall/index.ts'

const server = await startServer(readConfig(process.argv.slice(2), process.env))
process.on('message', (correction: Correction) => {
  void server.correct(correction).then((told) => process.send?.({ told }))
})
const stop = (): void => void server.close().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('disconnect', stop)
console.log(`ready server ${server.url}`)
