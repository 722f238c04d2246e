// npm run host: one more window, for another person or a server elsewhere. Options: src-main/loopback/main.ts.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, ensureRendererBuilt, node24, root } from './installed.mjs'

ensureInstalled()
ensureRendererBuilt()
const child = spawn(node24, [join(root, 'src-main/loopback/main.ts'), ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', (code) => process.exit(code ?? 1))
