import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['{contract,answering,server/src,src-main,src-preload,src-renderer}/**/*.test.ts', 'test/{real,electron,start}/**/*.test.ts'],
    // The Electron tests run the built bundles.
    globalSetup: ['test/electron/global-setup.ts'],
    // Real databases, sockets and argon2 on two shared cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
