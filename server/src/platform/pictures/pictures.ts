// What windows show of a picture that somebody sent: made once, by a process apart (picture.process.ts).
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { TalkPictureExtension } from '@zhengna/contract/domain/talk-file.ts'

export interface DisplayOrder {
  readonly file: string
  readonly extension: TalkPictureExtension
  /** The file that is written, as WebP. */
  readonly target: string
}

export interface Display {
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly sizeBytes: number
}

export interface Pictures {
  /** null where it cannot be opened: broken, too large, or too long in opening. */
  display(order: DisplayOrder): Promise<Display | null>
  close(): Promise<void>
}

const TIME_MS = 20_000
/** What the decoders hold is given back with the process; a new one is there within half a second. */
const PICTURES_PER_PROCESS = 50
const HEAP_MEGABYTES = 512

export function createPictures(timeMs = TIME_MS): Pictures {
  let running: ChildProcess | null = null
  let made = 0
  let last: Promise<unknown> = Promise.resolve()

  const start = (): ChildProcess => {
    made = 0
    const child = fork(new URL('./picture.process.ts', import.meta.url), {
      // Nothing of ours: neither keys nor addresses.
      env: {},
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    })
    // A server that stops waits for no picture.
    child.unref()
    child.channel?.unref()
    child.setMaxListeners(0)
    child.once('exit', () => {
      if (running === child) running = null
    })
    return child
  }
  const end = async (): Promise<void> => {
    const ending = running
    running = null
    if (ending?.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill('SIGKILL')
    await gone
  }
  const ask = async (order: DisplayOrder): Promise<Display | null> => {
    if (made >= PICTURES_PER_PROCESS) await end()
    const child = (running ??= start())
    made += 1
    child.ref()
    const answer = await new Promise<Display | null | 'late'>((resolve) => {
      const timer = setTimeout(() => resolve('late'), timeMs)
      const settle = (display: Display | null): void => {
        clearTimeout(timer)
        resolve(display)
      }
      child.once('message', (display) => settle(display as Display | null))
      // It broke down over this picture.
      child.once('exit', () => settle(null))
      child.send(order, (error) => error && settle(null))
    })
    child.removeAllListeners('message')
    child.unref()
    if (answer !== 'late') return answer
    await end()
    return null
  }

  return {
    display(order) {
      const asked = last.then(() => ask(order))
      last = asked.catch(() => undefined)
      return asked
    },
    close: end,
  }
}
