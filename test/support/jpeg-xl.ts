// JPEG XL, which the tests' other picture library does not write.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import encode, { init } from '@jsquash/jxl/encode.js'

/** `rgba`: four bytes a pixel. */
export async function encodeJpegXl(rgba: Uint8Array, width: number, height: number): Promise<Buffer> {
  const program = createRequire(import.meta.url).resolve('@jsquash/jxl/codec/enc/jxl_enc.wasm')
  await init({ wasmBinary: await readFile(program) })
  return Buffer.from(await encode({ data: new Uint8ClampedArray(rgba), width, height } as never))
}
