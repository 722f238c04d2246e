import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { openAssets, type Assets } from './index.ts'

let folder: string
let assets: Assets
beforeEach(() => {
  folder = temporaryFolder('assets')
  assets = openAssets(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = new Uint8Array([1, 2, 3])

it('the same bytes have the same name, others another', async () => {
  const names = await Promise.all([bytes, bytes, new Uint8Array([4])].map((one) => assets.store(one, 'png')))
  expect(names[0]).toMatch(/^[0-9a-f]{32}\.png$/)
  expect(names[1]).toBe(names[0])
  expect(names[2]).not.toBe(names[0])
})

it('what was stored is found whole, can be kept for ever, and leaves nothing half beside it', async () => {
  const name = await assets.store(bytes, 'pdf')
  const found = assets.find(name)
  expect(found).toMatchObject({ contentType: 'application/pdf', isImmutable: true })
  expect(new Uint8Array(readFileSync(found!.path))).toEqual(bytes)
  expect(readdirSync(join(folder, 'assets'))).toEqual([name])
})

it('what comes with the program is found, and may be another with the next', () => {
  expect(assets.find('invoice-face.png')).toMatchObject({ contentType: 'image/png', isImmutable: false })
})

it.each(['none.png', '../zhengna.db', '..%2fzhengna.db', 'a.svg', '.0123.new', ''])('%s is not found', (name) =>
  expect(assets.find(name)).toBeNull(),
)
