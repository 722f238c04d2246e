import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { openDiskBlobs } from './disk-blobs.ts'

const content = Buffer.from('what a taxpayer sent')
const sha256 = createHash('sha256').update(content).digest('hex')
let folder: string
let file: string
beforeEach(() => {
  folder = temporaryFolder('blobs')
  file = join(folder, 'file')
  writeFileSync(file, content)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a content is read as it was put, whole or a range of it', async () => {
  const blobs = openDiskBlobs(join(folder, 'blobs'))
  expect(await blobs.has(sha256)).toBe(false)
  await blobs.put(sha256, file)
  expect(await blobs.has(sha256)).toBe(true)
  expect(await buffer(blobs.read(sha256))).toEqual(content)
  expect(String(await buffer(blobs.read(sha256, { start: 5, end: 5 })))).toBe('a')
})

it('it lies under two letters of its hash, for this process’s user alone', async () => {
  const blobs = openDiskBlobs(join(folder, 'blobs'))
  await blobs.put(sha256, file)
  expect(readdirSync(join(folder, 'blobs', sha256.slice(0, 2)))).toEqual([sha256])
  expect(statSync(join(folder, 'blobs')).mode & 0o077).toBe(0)
})

it('put twice at once it is there once, removed it is gone, and once more nothing happens', async () => {
  const blobs = openDiskBlobs(join(folder, 'blobs'))
  await Promise.all([blobs.put(sha256, file), blobs.put(sha256, file)])
  expect(readdirSync(join(folder, 'blobs', 'arriving'))).toEqual([])
  await blobs.remove(sha256)
  await blobs.remove(sha256)
  expect(await blobs.has(sha256)).toBe(false)
  await expect(buffer(blobs.read(sha256))).rejects.toThrow('ENOENT')
})

it('what a crash left half copied is removed at the next start', () => {
  mkdirSync(join(folder, 'blobs', 'arriving'), { recursive: true })
  writeFileSync(join(folder, 'blobs', 'arriving', 'half'), 'x')
  openDiskBlobs(join(folder, 'blobs'))
  expect(readdirSync(join(folder, 'blobs', 'arriving'))).toEqual([])
})

it.each(['', 'ab', '../../zhengna.db', sha256.toUpperCase()])('%j names none', (name) => {
  expect(() => openDiskBlobs(join(folder, 'blobs')).read(name)).toThrow('hash')
})
