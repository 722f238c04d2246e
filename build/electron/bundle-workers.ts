// `new URL('./x.worker.ts', import.meta.url)` names a file that is not there once everything is one bundle.
// The worker becomes a file of its own beside the bundle, under the same name. (Vite does this for windows only, not for Node.)
import { basename, dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'

const workerUrl = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+\.worker\.ts)\1\s*,\s*import\.meta\.url\s*\)/g

export function bundleWorkers(): Plugin {
  return {
    name: 'zhengna:bundle-workers',
    apply: 'build',
    transform: {
      filter: { code: /\.worker\.ts/ },
      handler(code, importer) {
        const changed = code.replace(workerUrl, (_all, _quote, source: string) => {
          const fileName = basename(source).replace(/\.ts$/, '.mjs')
          this.emitFile({ type: 'chunk', id: resolve(dirname(importer), source), fileName })
          return `new URL('./${fileName}', import.meta.url)`
        })
        return changed === code ? null : { code: changed, map: null }
      },
    },
  }
}
