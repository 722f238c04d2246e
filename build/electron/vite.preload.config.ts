// The preload: one CommonJS file, for a sandbox that can load nothing but 'electron'.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { eventChannels, requestChannels } from '../../src-main/electron/ipc/channels.ts'

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

export default defineConfig({
  root: path('.'),
  publicDir: false,
  define: {
    REQUEST_CHANNELS: JSON.stringify(requestChannels),
    EVENT_CHANNELS: JSON.stringify(eventChannels),
  },
  build: {
    outDir: path('out/preload'),
    emptyOutDir: true,
    target: 'chrome156',
    minify: false,
    reportCompressedSize: false,
    lib: { entry: path('src-preload/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
})
