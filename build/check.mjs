// npm run check: the one gate. Format, lint, types a zone, import rules, dead code, generated documents.
// Closes with `N passed, N failed`.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node24, root } from './installed.mjs'

const bin = (path) => join(root, 'node_modules', path)
const tsc = (zone) => [`types: ${zone}`, [bin('typescript-7/bin/tsc'), '-p', zone]]

const lint = (what, ...files) => [
  `lint: ${what}`,
  [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '--cache', '--cache-location', `node_modules/.cache/eslint/${what}`, ...files],
]

const lintedApart = { server: ['contract', 'answering', 'server'], windows: ['src-renderer'], tests: ['test'] }

const gates = [
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  tsc('contract'),
  tsc('answering'),
  // The engine itself without Node's types: it must not know that there is a machine.
  tsc('answering/tsconfig.engine.json'),
  tsc('server'),
  tsc('src-main'),
  tsc('src-preload'),
  ['types: src-renderer', [bin('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'src-renderer']],
  tsc('test'),
  tsc('build'),
  // Apart, because each takes as long as all the types together, and all of them at once more memory than Node gives a process.
  lint('components', '**/*.vue'),
  lint('server', ...lintedApart.server),
  lint('windows', ...lintedApart.windows, '--ignore-pattern', '**/*.vue'),
  lint('tests', ...lintedApart.tests),
  lint('rest', '.', ...Object.values(lintedApart).flatMap((zones) => zones.flatMap((zone) => ['--ignore-pattern', zone]))),
  [
    'imports',
    [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'contract',
      'answering',
      'server/src',
      'src-main',
      'src-preload',
      'src-renderer',
    ],
  ],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['licences', [join(root, 'build/licences.mjs')]],
  ['generated documents', [join(root, 'build/docs.ts'), '--check']],
]

/** Gates at once. Each takes a core, and lint some gigabytes. */
const LANES = 2

const waiting = gates.map((gate, place) => ({ gate, place }))
// Much the longest: what is left beside them is done when they are.
const isLint = ({ gate: [name] }) => name.startsWith('lint')
waiting.sort((a, b) => Number(isLint(b)) - Number(isLint(a)) || a.place - b.place)

let passed = 0
async function lane() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, args] = next.gate
    const started = Date.now()
    const { status, output } = await run(args)
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`)
    if (status === 0) passed += 1
    else console.log(output)
  }
}

function run(args) {
  const gate = spawn(node24, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks = []
  for (const stream of [gate.stdout, gate.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    gate.once('error', reject)
    gate.once('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString() }))
  })
}

await Promise.all(Array.from({ length: LANES }, lane))
console.log(`${passed} passed, ${gates.length - passed} failed`)
process.exit(passed === gates.length ? 0 : 1)
