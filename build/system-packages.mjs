// What the tests need from the machine: a browser with Chinese fonts, and PostgreSQL. On Debian as root it is installed, elsewhere named.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './installed.mjs'

const isRootOnDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0
const postgresql = { package: 'postgresql', isThere: () => existsSync('/usr/lib/postgresql') }
const browser = [
  { package: 'chromium', isThere: () => existsSync('/usr/bin/chromium') },
  { package: 'xvfb', isThere: () => existsSync('/usr/bin/Xvfb') },
  { package: 'fonts-noto-cjk', isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
  { package: 'fonts-noto-color-emoji', isThere: () => existsSync('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf') },
]

/** Ends the process with a sentence where the browser is missing and cannot be installed from here. */
export function ensureSystemPackages() {
  // Without it the tests on it are left out, and vitest.config.ts says so.
  const isPostgresWanted = isRootOnDebian && !process.env.ZHENGNA_POSTGRES_PROGRAMS
  const wanted = [...(process.env.ZHENGNA_BROWSER ? [] : browser), ...(isPostgresWanted ? [postgresql] : [])]
  const missing = wanted.filter(({ isThere }) => !isThere()).map((entry) => entry.package)
  if (missing.length === 0) return
  if (!isRootOnDebian) {
    console.error(`The tests need a Chromium-family browser and Chinese fonts (on Debian: ${missing.join(', ')}).`)
    console.error('Install them, or name a browser in ZHENGNA_BROWSER, and run again.')
    process.exit(1)
  }
  console.error(`Installing ${missing.join(', ')} …`)
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  // A failed refresh of one list is no reason to stop: the install says what it lacks.
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', ...environment })
  const install = (packages) => ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  // Apart: what can be done without must not keep the rest away.
  const needed = missing.filter((name) => name !== postgresql.package)
  if (needed.length > 0) run('apt-get', install(needed), environment)
  if (missing.length > needed.length) spawnSync('apt-get', install([postgresql.package]), { stdio: ['ignore', 2, 2], ...environment })
}
