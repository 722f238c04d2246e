// Runs a script of ours on Node 24, after installing what is missing: `node build/with-node24.mjs SCRIPT [options]`.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureInstalled, node24, root } from './installed.mjs'

ensureInstalled()
const [script, ...options] = process.argv.slice(2)
const child = spawn(node24, ['--expose-gc', resolve(root, script), ...options], { stdio: 'inherit' })
child.once('exit', (code) => process.exit(code ?? 1))
