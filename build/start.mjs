// npm start: installs and builds what is missing, then the server and one window of each edition.
// Prints one line for each when it is ready: `ready server URL`, `ready taxpayer URL`, `ready console URL`.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createChildren } from './children.mjs'
import { electronBinary, obtainElectron } from './electron/binary.mjs'
import { ensureInstalled, ensureRendererBuilt, node24, root } from './installed.mjs'

const { values } = parseArgs({
  options: {
    'no-window': { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    data: { type: 'string', default: join(root, '.data') },
  },
})
const data = resolve(values.data)

ensureInstalled()
ensureRendererBuilt()

const children = createChildren()
async function stop(code) {
  await children.stop()
  process.exit(code)
}
process.once('SIGINT', () => void stop(0))
process.once('SIGTERM', () => void stop(0))
process.once('SIGHUP', () => void stop(0))

try {
  const ready = await children.start(node24, [join(root, 'server/src/main.ts'), '--port', values.port, '--data', join(data, 'server')], {
    onExit: (code) => void stop(code ?? 1),
  })
  console.log(ready)
  const server = ready.split(' ')[2]
  const electron = values['no-window'] ? null : (electronBinary() ?? (await obtainElectron(20_000)))
  if (!electron && !values['no-window']) console.error('Electron is not on this machine: the windows open in the browser instead.')
  let open = 2
  const windowClosed = () => {
    open -= 1
    if (open === 0) void stop(0)
  }
  await Promise.all(
    ['taxpayer', 'console'].map(async (edition) => {
      const options = ['--edition', edition, '--server', server, '--data', join(data, edition)]
      const command = electron
        ? [node24, [join(root, 'build/electron/run.mjs'), ...options]]
        : [node24, [join(root, 'src-main/loopback/main.ts'), ...options, ...(values['no-window'] ? ['--no-window'] : [])]]
      console.log(await children.start(...command, { onExit: windowClosed }))
    }),
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await stop(1)
}
