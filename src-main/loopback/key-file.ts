// Without Electron there is no key store to ask: the key lies in a file that only its owner can read (docs/adr/0006).
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { SecretPort } from '../host/ports.ts'

const KEY_BYTES = 32

export function keyFile(file: string): SecretPort {
  return {
    storeKey() {
      if (!existsSync(file)) {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
        writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' })
      }
      chmodSync(file, 0o600)
      const key = readFileSync(file)
      if (key.length !== KEY_BYTES) return Promise.reject(new Error(`${file} is damaged: the local store cannot be opened without it.`))
      return Promise.resolve(key)
    },
  }
}
