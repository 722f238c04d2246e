// Builds the Electron shell: out/main, out/preload, out/icons. The windows (out/renderer) have a build of their own.
// Each part is built aside and put in place whole: a program that is running, or just starting, finds either the old or the new.
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const out = path('../../out')

export async function buildShell(logLevel = 'warn') {
  const aside = join(out, `.shell-${process.pid}`)
  try {
    await build({ configFile: path('vite.main.config.ts'), logLevel, build: { outDir: join(aside, 'main') } })
    await build({ configFile: path('vite.preload.config.ts'), logLevel, build: { outDir: join(aside, 'preload') } })
    copyIcons(join(aside, 'icons'))
    for (const part of ['main', 'preload', 'icons']) putInPlace(join(aside, part), join(out, part), join(aside, `${part}-before`))
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function copyIcons(target) {
  for (const edition of ['taxpayer', 'console']) {
    for (const file of ['512.png', '32.png', 'tray.png', 'tray@2x.png', 'trayTemplate.png', 'trayTemplate@2x.png']) {
      cpSync(path(`../icons/${edition}/${file}`), join(target, edition, file))
    }
  }
}

function putInPlace(made, place, before) {
  mkdirSync(place, { recursive: true })
  renameSync(place, before)
  renameSync(made, place)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildShell('info')
