// Builds the shell once before these tests, unless it is newer than all it is made of; and the windows if there are none.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export default function setup(): void {
  run('--input-type=module', '--eval', "await (await import('./build/electron/ensure-built.mjs')).ensureShellBuilt()")
  if (!existsSync(join(root, 'out/renderer/taxpayer/index.html'))) run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error')
}

function run(...args: string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}
