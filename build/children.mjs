// Starts the processes of one program and stops them all together.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const STOP_WITHIN_MS = 8_000

export function createChildren() {
  const running = new Set()
  let stopping = null

  /** Resolves with the child's `ready …` line; rejects if it ends before. `onExit` hears of an end that nobody asked for. */
  function start(command, args, { onExit, ...options } = {}) {
    // The channel is how a child learns that its parent is gone, however it went.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], ...options })
    running.add(child)
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('ready ')) resolve(line)
        else console.log(line)
      })
      child.once('error', reject)
      child.once('exit', (code, signal) => {
        running.delete(child)
        reject(new Error(`${args[0] ?? command} ended with ${signal ?? code}`))
        if (!stopping) onExit?.(code)
      })
    })
  }

  /** Asks every child to stop, waits, ends those that do not. May be called twice. */
  function stop() {
    stopping ??= (async () => {
      const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of running) child.kill('SIGTERM')
      const patience = setTimeout(() => {
        for (const child of running) child.kill('SIGKILL')
      }, STOP_WITHIN_MS)
      await Promise.all(ended)
      clearTimeout(patience)
    })()
    return stopping
  }

  return { start, stop }
}
