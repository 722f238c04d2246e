// `npm run desktop -- --edition taxpayer|console --server URL --data DIR`: the program under Electron, from a checkout.
// Prints `ready EDITION ADDRESS` when its window shows. Exit code 3: there is no Electron here.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureRendererBuilt, root } from '../installed.mjs'
import { obtainElectron } from './binary.mjs'
import { ensureShellBuilt } from './ensure-built.mjs'

const downloadMaxMs = 120_000
const { values } = parseArgs({
  options: {
    edition: { type: 'string', default: 'taxpayer' },
    server: { type: 'string' },
    data: { type: 'string' },
  },
})

if (!['taxpayer', 'console'].includes(values.edition)) end(2, '--edition must be taxpayer or console')
if (!values.server || !URL.canParse(values.server)) end(2, '--server must be the address of a server, such as http://127.0.0.1:8600')

const binary = await obtainElectron(downloadMaxMs)
if (!binary)
  end(3, "Electron's binary is not on this machine and cannot be downloaded; use `npm run host` for a window in the system's browser.")

ensureRendererBuilt()
await ensureShellBuilt()

// Chromium's sandbox refuses to run as root; a packaged program is never started so.
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
const program = spawn(binary, [...asRoot, root], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    ZHENGNA_EDITION: values.edition,
    ZHENGNA_SERVER: values.server,
    // A folder within: the loopback shell keeps its own store, under a key of its own, beside it.
    ZHENGNA_DATA: resolve(values.data ?? join(root, '.data', values.edition), 'electron'),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill('SIGTERM'))
// Started by another program: when that is gone, so is this.
process.once('disconnect', () => program.kill('SIGTERM'))
program.once('error', (error) => end(1, `Electron did not start: ${error.message}`))
program.once('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))

function end(code, line) {
  console.error(line)
  process.exit(code)
}
