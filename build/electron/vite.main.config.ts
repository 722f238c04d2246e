// The main process: one ES module with everything in it but what must stay a package (Electron itself, and what has
// native parts or is loaded by path), and a file for each worker.
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { bundleWorkers } from './bundle-workers.ts'

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))
const packages = ['electron', 'better-sqlite3-multiple-ciphers', 'electron-updater', 'tesseract.js']

export default defineConfig({
  root: path('.'),
  publicDir: false,
  plugins: [bundleWorkers()],
  ssr: { noExternal: true, external: packages },
  build: {
    ssr: path('src-main/electron/main.ts'),
    outDir: path('out/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: [...packages, ...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
