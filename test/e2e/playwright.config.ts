import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  globalSetup: ['./support/built-windows.ts', '../support/prepared-store.ts'],
  // Each file starts a program of its own; two cores carry one at a time.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  outputDir: '../../test-results/e2e',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace of every step costs a third of the run; what failed is seen with ZHENGNA_TRACE=1.
    trace: process.env.ZHENGNA_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.ZHENGNA_BROWSER ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Which window is to be seen is asked of nobody: it is the one of this title.
        '--auto-select-tab-capture-source-by-title=e-tax',
      ],
    },
  },
})
