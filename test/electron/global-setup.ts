// Builds the shell once before these tests, unless the bundles are newer than all they are made of.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
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

export default function setup(): void {
  if (!isStale()) return
  execFileSync(process.execPath, [join(root, 'build/electron/build.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

function isStale(): boolean {
  const files = built.map((file) => join(root, file))
  if (!files.every((file) => existsSync(file))) return true
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs))
  return sources.some((source) => newest(join(root, source)) > oldest)
}

/** Folders count too: a file that was taken away changed its folder. */
function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
