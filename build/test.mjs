// npm test: installs what is missing, then check, unit and real tests, the windows end to end, and the chaos run.
// Closes with one line `N passed, N failed`. A part that could not run counts as failed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureRendererBuilt, node24, root } from './installed.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

ensureInstalled()
ensureSystemPackages()
ensureRendererBuilt()

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
let failed = 0
const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  CI: '1',
  // Somebody's own database is none of ours.
  DATABASE_URL: '',
  // Each of some hundred programs that are started finds its code compiled.
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
}

/** Runs a part; `counts` reads how many passed and failed from what it left behind. */
function part(name, args, counts) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { status, stdout } = spawnSync(node24, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  process.stdout.write(stdout)
  let counted
  try {
    counted = counts(stdout)
  } catch {
    counted = { passed: 0, failed: 0 }
  }
  // Ended badly without naming a failed test, or ran none: that is a failure too.
  if ((status !== 0 && counted.failed === 0) || counted.passed + counted.failed === 0) counted.failed += 1
  passed += counted.passed
  failed += counted.failed
  console.log(`── ${name}: ${counted.passed} passed, ${counted.failed} failed in ${Math.round((Date.now() - started) / 1000)} s`)
}

const closingLine = (stdout) => {
  const [, ok, bad] = [...stdout.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1)
  return { passed: Number(ok), failed: Number(bad) }
}
const vitestCounts = () => {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(join(results, 'vitest.json'), 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests === 0 && numFailedTestSuites > 0 ? numFailedTestSuites : numFailedTests }
}
const playwrightCounts = () => {
  const { stats } = JSON.parse(readFileSync(join(results, 'e2e.json'), 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
}

part('check', ['build/check.mjs'], closingLine)
part('desktop bundles', ['build/electron/build.mjs'], () => ({ passed: 1, failed: 0 }))
part(
  'unit and real',
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
  vitestCounts,
)
part('end to end', ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/e2e/playwright.config.ts'], playwrightCounts)
part('chaos', ['test/chaos/run.ts', '--seconds', '60'], closingLine)

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
