// The commands around a binary that is not there.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const command = join(root, 'build/electron/run.mjs')
const folder = mkdtempSync(join(tmpdir(), 'zhengna-command-'))
const nowhere = join(folder, 'nowhere')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: readonly string[], distPath: string): Promise<{ code: number | null; out: string; lines: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: distPath } })
    let out = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('close', (code) => resolve({ code, out, lines: said.trim().split('\n') }))
  })
}

test('without a binary it says so in one line and ends with 3', async () => {
  const { code, lines } = await run(['--edition', 'console', '--server', 'http://127.0.0.1:9'], nowhere)
  expect(code).toBe(3)
  expect(lines).toEqual([expect.stringContaining('binary is not on this machine')])
})

test.for([
  ['--edition', 'officer', '--server', 'http://127.0.0.1:9'],
  ['--edition', 'taxpayer'],
  ['--server', 'somewhere'],
])('%j are refused with 2', async (args) => {
  const { code, lines } = await run(args, nowhere)
  expect(code).toBe(2)
  expect(lines).toHaveLength(1)
})

test.skipIf(process.platform !== 'linux')(
  'with a binary it starts this checkout with edition, server and a data folder of its own, and ends as it ended',
  async () => {
    const dist = join(folder, 'dist')
    mkdirSync(dist)
    writeFileSync(
      join(dist, 'electron'),
      '#!/bin/sh\necho "$ZHENGNA_EDITION $ZHENGNA_SERVER $ZHENGNA_DATA"\nfor last; do :; done\necho "$last"\nexit 7\n',
    )
    chmodSync(join(dist, 'electron'), 0o755)
    const { code, out } = await run(['--edition', 'console', '--server', 'http://127.0.0.1:9', '--data', folder], dist)
    expect(code).toBe(7)
    expect(out.trim().split('\n')).toEqual([`console http://127.0.0.1:9 ${join(folder, 'electron')}`, root])
  },
)
