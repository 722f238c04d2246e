// Keeps the local store's key: encrypted by the operating system's key store where there is one, else in a file
// that only its owner may read. A key that exists is never replaced: without it the store is lost.
import { safeStorage } from 'electron'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SecretPort } from '../host/ports.ts'
import type { Log } from './log.ts'
import { StartError } from './start-error.ts'

const keyBytes = 32

export function createSecrets(dataDir: string, log: Log): SecretPort {
  const sealedFile = join(dataDir, 'store.key')
  const plainFile = join(dataDir, 'store.key.plain')
  let key: Promise<Uint8Array> | null = null

  async function readOrMake(): Promise<Uint8Array> {
    const canSeal = await hasKeyStore()
    const sealed = await readIfThere(sealedFile)
    if (sealed) {
      if (!canSeal) throw new StartError('系统密钥库当前不可用，请解锁后重新打开程序。')
      return unseal(sealed)
    }
    const plain = await readIfThere(plainFile)
    const found = plain ? parseKey(plain.toString('utf8')) : randomBytes(keyBytes)
    if (canSeal) {
      await seal(found)
      // Only now that the sealed one is on disk.
      await rm(plainFile, { force: true })
    } else {
      if (!plain) await writeWhole(plainFile, Buffer.from(found.toString('base64')))
      log('secrets: no system key store; the store key is in a file of mode 0600')
    }
    return found
  }

  async function unseal(sealed: Buffer): Promise<Uint8Array> {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed)
    const found = parseKey(result)
    if (shouldReEncrypt) await seal(found)
    return found
  }

  async function seal(found: Buffer): Promise<void> {
    await writeWhole(sealedFile, await safeStorage.encryptStringAsync(found.toString('base64')))
  }

  return {
    storeKey() {
      // A failure is not kept: the person may unlock the key store and try again.
      key ??= readOrMake().catch((error: unknown) => {
        key = null
        throw error
      })
      return key
    },
  }
}

/** On Linux without a known desktop, Chromium "encrypts" with a fixed password: no better than a plain file, and less honest. */
async function hasKeyStore(): Promise<boolean> {
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) return false
  return safeStorage.isAsyncEncryptionAvailable()
}

function parseKey(base64: string): Buffer {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== keyBytes) throw new StartError('本机数据的密钥已损坏，无法打开本机数据。')
  return key
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** All of it or nothing, also when the power fails. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.new`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await chmod(unfinished, 0o600)
  await rename(unfinished, file)
}
