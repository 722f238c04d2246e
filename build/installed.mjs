// Makes sure what the project needs is installed and built. Runs on any Node from 20 on, before anything is there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamps = join(root, 'node_modules/.cache/zhengna')

/** Node 24, which came with the dependencies: everything but the start scripts runs on it. */
export const node24 = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Runs a command to its end with its output on ours; ends this process with the command's code if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
    ...options,
  })
  if (error) console.error(`${command}: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

/** `npm ci`, when the lock file is not the one that was installed. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (stampIs('installed', lock) && existsSync(node24)) return
  console.error('Installing dependencies (once; a minute or two) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  stamp('installed', lock)
}

/** Builds the windows, when their sources are not the ones that were built. */
export function ensureRendererBuilt() {
  const sources = fingerprint(['src-renderer', 'contract', 'vite.config.ts', 'package-lock.json'])
  if (stampIs('renderer', sources) && existsSync(join(root, 'out/renderer/taxpayer/index.html'))) return
  console.error('Building the windows …')
  run(node24, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'])
  stamp('renderer', sources)
}

/** A hash over names, sizes and times of all files below the given paths. */
function fingerprint(paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    const found = statSync(path)
    if (found.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`)
  }
  for (const path of paths) visit(join(root, path))
  return hash.digest('hex')
}

const stampIs = (name, value) => existsSync(join(stamps, name)) && readFileSync(join(stamps, name), 'utf8') === value

function stamp(name, value) {
  mkdirSync(stamps, { recursive: true })
  writeFileSync(join(stamps, name), value)
}
