// An index kept in a file, for the next start. Not part of the engine: whoever has a disk uses it.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { isIndexOf, openEngine, type Engine, type EngineKnowledge } from '../engine.ts'

/** Null where the file has no index of this very knowledge, or is not there. */
export async function openKept(file: string, knowledge: EngineKnowledge): Promise<Engine | null> {
  let bytes: Uint8Array
  try {
    // A buffer of its own: numbers in it are read where they lie, which needs a beginning on a boundary.
    bytes = new Uint8Array(await readFile(file))
  } catch {
    // Not there yet.
    return null
  }
  return isIndexOf(bytes, knowledge) ? openEngine(bytes) : null
}

/** Written beside and moved over: a crash leaves the old one whole. Rejects as the disk does. */
export async function keepIndex(file: string, packed: Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, packed)
  await rename(`${file}.new`, file)
}
