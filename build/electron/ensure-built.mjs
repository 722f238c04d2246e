// Builds the shell when it is older than what it is made of. Two windows may be started at once: one builds, the other waits.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = [
  'contract',
  'answering',
  'src-main/host',
  'src-main/electron',
  'src-preload',
  'build/electron',
  'build/icons',
  'package-lock.json',
]
const built = ['out/main/main.mjs', 'out/preload/preload.cjs', 'out/icons/console/512.png']
const cache = join(root, 'node_modules/.cache/zhengna')
const turn = join(cache, 'electron-build.pid')

export async function ensureShellBuilt() {
  mkdirSync(cache, { recursive: true })
  while (!takeTurn()) await sleep(100)
  try {
    if (!isStale()) return
    const { buildShell } = await import('./build.mjs')
    await buildShell()
  } finally {
    rmSync(turn, { force: true })
  }
}

/** True once no other living process is building. */
function takeTurn() {
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(turn)) rmSync(turn, { force: true })
    return false
  }
}

function isAlive(file) {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  // Just made, its number not yet written: ask again.
  if (pid === 0) return true
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function isStale() {
  const files = built.map((file) => join(root, file))
  if (!files.every((file) => existsSync(file))) return true
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs))
  return sources.some((source) => newest(join(root, source)) > oldest)
}

/** Folders count too: a file that was taken away changed its folder. */
function newest(path) {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
