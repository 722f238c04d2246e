// Finds Electron's binary, or tries once to get it. Since Electron 42 the package brings none: it is downloaded apart,
// and on many machines cannot be. Builtins only: the start script runs this before anything else is sure to be there.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const packageDir = join(root, 'node_modules', 'electron')
const failureFile = join(root, 'node_modules', '.cache', 'zhengna', 'electron-unavailable.json')

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** @returns {string | null} path of an installed binary */
export function electronBinary() {
  const name = read(join(packageDir, 'path.txt'))?.trim() || (executables[process.platform] ?? 'electron')
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (elsewhere) return ifThere(join(elsewhere, name))
  // One left behind by an older package would start, and then fail in ways nobody understands.
  const installed = read(join(packageDir, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  return installed === packageVersion() ? ifThere(join(packageDir, 'dist', name)) : null
}

/**
 * The installed binary, else one attempt at electron's own download. An attempt that failed is remembered for this version
 * (delete node_modules/.cache/zhengna/electron-unavailable.json, or run `npx install-electron`, to have it tried again).
 * @param {number} timeoutMs
 * @returns {Promise<string | null>} never rejects
 */
export async function obtainElectron(timeoutMs) {
  const found = electronBinary()
  const version = packageVersion()
  if (found || !version || process.env.ELECTRON_OVERRIDE_DIST_PATH || hasFailedBefore(version)) return found
  await runInstaller(timeoutMs)
  const obtained = electronBinary()
  if (!obtained) rememberFailure(version)
  return obtained
}

function runInstaller(timeoutMs) {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(packageDir, 'install.js')], {
      stdio: 'ignore',
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    })
    installer.once('error', resolve)
    installer.once('exit', resolve)
  })
}

function packageVersion() {
  const text = read(join(packageDir, 'package.json'))
  return text ? JSON.parse(text).version : null
}

function hasFailedBefore(version) {
  try {
    return JSON.parse(read(failureFile) ?? '{}').version === version
  } catch {
    // A damaged record is no record.
    return false
  }
}

function rememberFailure(version) {
  mkdirSync(dirname(failureFile), { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ version, at: new Date().toISOString() }) + '\n')
}

const ifThere = (path) => (existsSync(path) ? path : null)
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)
