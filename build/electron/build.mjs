// Builds the Electron shell: out/main, out/preload, out/icons. The windows (out/renderer) have a build of their own.
import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

export async function buildShell(logLevel = 'warn') {
  await build({ configFile: path('vite.main.config.ts'), logLevel })
  await build({ configFile: path('vite.preload.config.ts'), logLevel })
  copyIcons()
}

function copyIcons() {
  const target = path('../../out/icons')
  rmSync(target, { recursive: true, force: true })
  for (const edition of ['taxpayer', 'console']) {
    for (const file of ['512.png', '32.png', 'tray.png', 'tray@2x.png', 'trayTemplate.png', 'trayTemplate@2x.png']) {
      cpSync(path(`../icons/${edition}/${file}`), `${target}/${edition}/${file}`)
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildShell('info')
