// The child process: puts the double in electron's place, runs the built main bundle, then does what the test says.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Commands } from './commands.ts'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true } : next(specifier, context),
})

interface Asked {
  readonly id: number
  readonly name: keyof Commands
  readonly args: readonly unknown[]
}

const { app } = await import('./app.ts')
const { commands } = await import('./commands.ts')
const { recorded } = await import('./recorder.ts')
const tell = (message: object) => void process.send?.(message)

process.on('message', ({ id, name, args }: Asked) => {
  Promise.resolve()
    .then(() => (commands[name] as (...args: readonly unknown[]) => unknown)(...args))
    .then(
      (value) => tell({ id, value }),
      (error: unknown) => tell({ id, error: String(error) }),
    )
})
// The last words: what was recorded up to the end, even when the end comes at once.
process.on('exit', () => tell({ recorded }))
// A test that died takes its shell with it.
process.on('disconnect', () => process.exit(9))

await import(pathToFileURL(process.argv[2] ?? '').href)
app.becomeReady()
tell({ started: true })
