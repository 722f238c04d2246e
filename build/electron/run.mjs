// `npm run desktop -- --edition taxpayer|console --server URL --data DIR`: the built program under Electron, from a checkout.
// Exit code 3: there is no Electron here.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { obtainElectron } from './binary.mjs'

const downloadMaxMs = 120_000
const root = fileURLToPath(new URL('../../', import.meta.url))
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
if (!binary) end(3, "Electron's binary is not on this machine and cannot be downloaded; use `npm run host` for a window in the system's browser.")

// Chromium's sandbox refuses to run as root; a packaged program is never started so.
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
const program = spawn(binary, [...asRoot, root], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ZHENGNA_EDITION: values.edition,
    ZHENGNA_SERVER: values.server,
    ZHENGNA_DATA: resolve(values.data ?? `${root}/.data/electron-${values.edition}`),
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal))
program.once('error', (error) => end(1, `Electron did not start: ${error.message}`))
program.once('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))

function end(code, line) {
  console.error(line)
  process.exit(code)
}
