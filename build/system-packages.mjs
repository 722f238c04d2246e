// What the tests need from the machine: a browser with Chinese fonts. On Debian as root it is installed, elsewhere named.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './installed.mjs'

const debian = [
  { package: 'chromium', isThere: () => existsSync('/usr/bin/chromium') },
  { package: 'xvfb', isThere: () => existsSync('/usr/bin/Xvfb') },
  { package: 'fonts-noto-cjk', isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
  { package: 'fonts-noto-color-emoji', isThere: () => existsSync('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf') },
]

/** Ends the process with a sentence where something is missing and cannot be installed from here. */
export function ensureSystemPackages() {
  if (process.env.ZHENGNA_BROWSER) return
  const missing = debian.filter(({ isThere }) => !isThere()).map((entry) => entry.package)
  if (missing.length === 0) return
  const isRootOnDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (!isRootOnDebian) {
    console.error(`The tests need a Chromium-family browser and Chinese fonts (on Debian: ${missing.join(', ')}).`)
    console.error('Install them, or name a browser in ZHENGNA_BROWSER, and run again.')
    process.exit(1)
  }
  console.error(`Installing ${missing.join(', ')} …`)
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  // A failed refresh of one list is no reason to stop: the install says what it lacks.
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', ...environment })
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], environment)
}
