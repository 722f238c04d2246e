// One host a data folder: two would renew one session against each other, and each would take the other for a thief.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Returns what gives the folder back; null where a living process has it. A lock left by a crash is taken over. */
export function lockFolder(file: string): (() => void) | null {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isAlive(Number(readFileSync(file, 'utf8')))) return null
      rmSync(file, { force: true })
    }
  }
  return null
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but it lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
