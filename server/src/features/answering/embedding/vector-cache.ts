// The vectors of all questions, kept between starts. It can be deleted at any time: then they are computed again.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Vectors = Map<string, Float32Array>

/** A line of JSON with the texts in order, then their vectors, little-endian float32 as they lie in memory. */
export async function readVectors(folder: string, modelId: string): Promise<Vectors> {
  let file: Buffer
  try {
    file = await readFile(fileOf(folder, modelId))
  } catch {
    return new Map()
  }
  const end = file.indexOf(0x0a)
  try {
    const texts = JSON.parse(file.toString('utf8', 0, end)) as string[]
    // A buffer of its own: numbers begin on a boundary.
    const numbers = new Float32Array(new Uint8Array(file.subarray(end + 1)).buffer)
    const width = numbers.length / texts.length
    if (!Number.isInteger(width)) return new Map()
    return new Map(texts.map((text, at) => [text, numbers.slice(at * width, (at + 1) * width)]))
  } catch {
    // Written by a process that was killed in the middle, or by somebody else.
    return new Map()
  }
}

/** Beside it and moved over: a crash leaves the old one whole. */
export async function writeVectors(folder: string, modelId: string, vectors: Vectors): Promise<void> {
  await mkdir(folder, { recursive: true })
  const texts = Buffer.from(`${JSON.stringify([...vectors.keys()])}\n`)
  const numbers = [...vectors.values()].map((vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength))
  const file = fileOf(folder, modelId)
  await writeFile(`${file}.new`, Buffer.concat([texts, ...numbers]))
  await rename(`${file}.new`, file)
}

const fileOf = (folder: string, modelId: string): string => join(folder, `${modelId}.vectors`)
