import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startObjectStorage, type ObjectStorage } from '../../../../test/support/object-storage.ts'
import { temporaryFolder } from '../../../../test/support/server.ts'
import type { Blobs } from './blobs.ts'
import { openDiskBlobs } from './disk-blobs.ts'
import { openS3Blobs } from './s3-blobs.ts'

const content = Buffer.from('what a taxpayer sent')
const sha256 = createHash('sha256').update(content).digest('hex')
let folder: string
let file: string
let storage: ObjectStorage
beforeAll(async () => {
  storage = await startObjectStorage()
})
afterAll(() => storage.stop())
beforeEach(() => {
  for (const [name, value] of Object.entries(storage.credentials)) vi.stubEnv(name, value)
})
afterEach(() => vi.unstubAllEnvs())
beforeEach(() => {
  folder = temporaryFolder('blobs')
  file = join(folder, 'file')
  writeFileSync(file, content)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const inBucket = (bucket: string): Promise<Blobs> => openS3Blobs({ endpoint: storage.endpoint, bucket, region: 'us-east-1' })

describe.each([
  ['in a folder', () => openDiskBlobs(join(folder, 'blobs'))],
  ['in object storage', () => inBucket(storage.bucket)],
])('%s', (_, open) => {
  it('a content is read as it was put, whole or a range of it, and gone when removed', async () => {
    const blobs = await open()
    expect(await blobs.has(sha256)).toBe(false)
    await blobs.put(sha256, file)
    expect(await blobs.has(sha256)).toBe(true)
    expect(await buffer(blobs.read(sha256))).toEqual(content)
    expect(String(await buffer(blobs.read(sha256, { start: 5, end: 5 })))).toBe('a')
    await blobs.remove(sha256)
    expect(await blobs.has(sha256)).toBe(false)
  })

  it('put twice at once it is there once, removed twice nothing happens, and reading none is an error', async () => {
    const blobs = await open()
    await Promise.all([blobs.put(sha256, file), blobs.put(sha256, file)])
    expect(await buffer(blobs.read(sha256))).toEqual(content)
    await blobs.remove(sha256)
    await blobs.remove(sha256)
    await expect(buffer(blobs.read(sha256))).rejects.toThrow(/ENOENT|NoSuchKey/)
  })

  it('one of many pieces comes whole', async () => {
    const large = Buffer.alloc(3_000_000, content)
    writeFileSync(file, large)
    const hash = createHash('sha256').update(large).digest('hex')
    const blobs = await open()
    await blobs.put(hash, file)
    expect((await buffer(blobs.read(hash))).equals(large)).toBe(true)
    await blobs.remove(hash)
  })

  it.each(['', 'ab', '../../zhengna.db', sha256.toUpperCase()])('%j names none', async (name) => {
    const blobs = await open()
    expect(() => blobs.read(name)).toThrow('hash')
  })
})

describe('in a folder', () => {
  it('it lies under two letters of its hash, for this process’s user alone', async () => {
    const blobs = openDiskBlobs(join(folder, 'blobs'))
    await blobs.put(sha256, file)
    expect(readdirSync(join(folder, 'blobs', sha256.slice(0, 2)))).toEqual([sha256])
    expect(statSync(join(folder, 'blobs')).mode & 0o077).toBe(0)
  })

  it('what a crash left half copied is removed at the next start, and nothing is left of copies at once', async () => {
    mkdirSync(join(folder, 'blobs', 'arriving'), { recursive: true })
    writeFileSync(join(folder, 'blobs', 'arriving', 'half'), 'x')
    const blobs = openDiskBlobs(join(folder, 'blobs'))
    await Promise.all([blobs.put(sha256, file), blobs.put(sha256, file)])
    expect(readdirSync(join(folder, 'blobs', 'arriving'))).toEqual([])
  })
})

describe('object storage that cannot be used ends the start with a sentence', () => {
  it('where there is no such bucket', async () => {
    await expect(inBucket('none')).rejects.toThrow(`The bucket "none" at ${storage.endpoint} cannot be used: there is none of that name.`)
  })

  it('where the account is refused', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'somebody else')
    await expect(inBucket(storage.bucket)).rejects.toThrow('cannot be used: the credentials are refused.')
  })

  it('where nobody answers', async () => {
    const place = { endpoint: 'http://127.0.0.1:9', bucket: 'attachments', region: 'us-east-1' }
    await expect(openS3Blobs(place)).rejects.toThrow('cannot be used: ECONNREFUSED')
  })
})
