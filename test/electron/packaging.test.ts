// What electron-builder makes, with a stand-in for the binary that cannot be had here.
import { extractAll } from '@electron/asar'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWindow } from '../support/electron-double/shell.ts'

const trial = fileURLToPath(new URL('../../build/electron/package-trial.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhengna-package-'))
const unpackedDir = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`

let stdout = ''
beforeAll(async () => {
  stdout = (await promisify(execFile)(process.execPath, [trial, folder])).stdout
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a package holds what its edition needs, nothing of the server or the other edition, and has its fuses set', () => {
  expect(stdout).toContain('taxpayer: packaged, nothing to complain about')
  expect(stdout).toContain('console: packaged, nothing to complain about')
})

test.for(['taxpayer', 'console'] as const)('the packaged %s edition opens its window with nothing but what is in it', async (edition) => {
  const program = join(folder, `${edition}-program`)
  extractAll(join(folder, edition, unpackedDir, 'resources', 'app.asar'), program)
  const shell = await startWindow({ program, isPackaged: true, env: { ZHENGNA_EDITION: undefined } })
  try {
    expect(await shell.ask('request', 'shell.get', {})).toMatchObject({ ok: true, value: { edition, shell: 'electron' } })
    expect(await shell.ask('fetch', 'app://zhengna/')).toMatchObject({
      status: 200,
      body: expect.stringContaining('<div id="app"') as string,
    })
    expect(await shell.ask('tray')).toMatchObject({ hasIcon: true })
  } finally {
    await shell.dispose()
  }
})

test('the packaged taxpayer edition reads a picture with nothing but what is in it', async () => {
  const program = join(folder, 'reading-program')
  extractAll(join(folder, 'taxpayer', unpackedDir, 'resources', 'app.asar'), program)
  const shell = await startWindow({ program, isPackaged: true, env: { ZHENGNA_EDITION: undefined } })
  try {
    const picture = readFileSync(fileURLToPath(new URL('../fixtures/reading/quota.png', import.meta.url)), 'base64')
    expect(await shell.ask('request', 'reading.read', { picture })).toMatchObject({
      ok: true,
      value: { question: '您的发票额度不足，请申请调整发票总额度后再开具。' },
    })
  } finally {
    await shell.dispose()
  }
})
