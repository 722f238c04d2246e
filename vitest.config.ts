import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    // Real databases, sockets and argon2 on two shared cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'windows',
          include: ['src-renderer/**/*.test.ts'],
          // The component library is loaded once, not a file each: two thirds of the time. What a test mounts it takes down.
          isolate: false,
          setupFiles: ['test/support/windows.setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'parts', include: ['{contract,answering,server/src,src-main}/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/{real,electron,start}/**/*.test.ts'],
          // The Electron tests run the built bundles.
          globalSetup: ['test/electron/global-setup.ts', 'test/support/prepared-store.ts'],
        },
      },
    ],
  },
})
