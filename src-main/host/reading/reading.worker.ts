// Unpacks, prepares and reads pictures away from the host's thread. Ended by its front, whatever it is doing.
import { parentPort } from 'node:worker_threads'
import { startEngine } from './engine.ts'
import { prepare } from './prepare/prepare.ts'
import { STARTED, type ReadReply, type ReadRequest } from './protocol.ts'

const port = parentPort
if (!port) throw new Error('reading.worker runs as a worker')

/** Takes half a second: it starts while the first picture is being prepared. */
const starting = startEngine()
starting.then(
  () => port.postMessage(STARTED),
  // What went wrong is answered to the picture that waits for it.
  () => undefined,
)

async function read({ kind, picture }: ReadRequest): Promise<ReadReply> {
  let prepared: Uint8Array
  try {
    prepared = (kind === 'png' ? prepare(picture) : null) ?? picture
  } catch {
    return { ok: false, isUnreadable: true }
  }
  let engine
  try {
    engine = await starting
  } catch {
    return { ok: false, isUnreadable: false }
  }
  try {
    return { ok: true, lines: await engine.read(prepared) }
  } catch {
    return { ok: false, isUnreadable: true }
  }
}

port.on('message', (request: ReadRequest) => void read(request).then((reply) => port.postMessage(reply)))
