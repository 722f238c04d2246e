// Reads pictures, one after the other, in a worker that is started with the first and ended when none came for a while.
import { Worker } from 'node:worker_threads'
import type { ReadLine } from '@zhengna/answering/reading/read-line.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import { checkPicture } from './picture-kind.ts'
import { STARTED, type ReadReply, type ReadRequest } from './protocol.ts'

/** A screenshot takes half a second; what takes this long is not worth waiting for. Starting has as much time for itself. */
const READING_MAX_MS = 20_000
/** It holds up to 200 MB. */
const IDLE_MAX_MS = 5 * 60_000
/** Under way and waiting. */
const PICTURES_MAX = 3

export interface PictureReader {
  /** PNG, JPEG, WebP, BMP or GIF. Errors: PICTURE_TOO_LARGE, PICTURE_UNREADABLE, PICTURE_READING_TIMED_OUT, PICTURE_READER_BUSY, PICTURE_READER_FAILED. */
  read(picture: Uint8Array): Promise<Result<readonly ReadLine[]>>
  isRunning(): boolean
  /** Ends what is under way. May be called twice. */
  close(): Promise<void>
}

type Outcome = ReadReply | 'timed-out' | 'crashed'

export function createPictureReader(log: (line: string) => void): PictureReader {
  let worker: Worker | null = null
  let pictures = 0
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  function start(): Worker {
    // Its engine writes remarks on resolutions and the like.
    const started = new Worker(new URL('./reading.worker.ts', import.meta.url), { stdout: true, stderr: true })
    started.stdout.resume()
    started.stderr.resume()
    started.on('error', (error) => log(`reading: ${error instanceof Error ? error.name : 'the worker failed'}`))
    started.unref()
    return started
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  async function readNow(request: ReadRequest): Promise<Result<readonly ReadLine[]>> {
    if (isClosed) return fail(failure('PICTURE_READER_FAILED'))
    clearTimeout(idle)
    const outcome = await ask((worker ??= start()), request)
    if (typeof outcome === 'object' && outcome.ok) {
      idle = setTimeout(() => void end(), IDLE_MAX_MS).unref()
      return ok(outcome.lines)
    }
    // Nobody knows in which state a failure left the engine.
    await end()
    if (outcome === 'timed-out') return fail(failure('PICTURE_READING_TIMED_OUT'))
    return fail(failure(outcome !== 'crashed' && outcome.isUnreadable ? 'PICTURE_UNREADABLE' : 'PICTURE_READER_FAILED'))
  }

  return {
    async read(picture) {
      const checked = checkPicture(picture)
      if (!checked.ok) return checked
      if (pictures >= PICTURES_MAX) return fail(failure('PICTURE_READER_BUSY'))
      pictures += 1
      const reading = turn.then(() => readNow({ kind: checked.kind, picture }))
      turn = reading
      return reading.finally(() => (pictures -= 1))
    },
    isRunning: () => worker !== null,
    async close() {
      isClosed = true
      await end()
    },
  }
}

function ask(worker: Worker, request: ReadRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(limit)
      worker.off('message', hear).off('error', crash).off('exit', crash)
      resolve(outcome)
    }
    const setLimit = (): NodeJS.Timeout => setTimeout(() => settle('timed-out'), READING_MAX_MS)
    const hear = (told: ReadReply | typeof STARTED): void => {
      if (told !== STARTED) return settle(told)
      clearTimeout(limit)
      limit = setLimit()
    }
    const crash = (): void => settle('crashed')
    let limit = setLimit()
    worker.on('message', hear).on('error', crash).on('exit', crash)
    worker.postMessage(request)
  })
}
