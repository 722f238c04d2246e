// The cells of a workbook somebody sent, in bounded time and memory. One at a time.
import { Worker } from 'node:worker_threads'
import { DomainError } from '@zhengna/contract/errors.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { WorkbookRead, WorkbookTask } from './workbook.worker.ts'

const MEGABYTE = 1024 * 1024
const READ_WITHIN_MS = 20_000
const HEAP_MAX_MB = 256
const bounds: WorkbookTask['limits'] = {
  entriesMax: 200,
  unpackedMaxBytes: 32 * MEGABYTE,
  namedRowsMax: 4 * limits.workbookMaxRows,
  // And the names of the columns.
  rowsMax: limits.workbookMaxRows + 1,
  columnsMax: 50,
  textMaxLength: 16 * MEGABYTE,
}

let tail: Promise<unknown> = Promise.resolve()

/** Errors: WORKBOOK_UNREADABLE. */
export function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const result = tail.then(async () => {
    const rows = bytes.length > limits.workbookMaxBytes ? null : await readApart(bytes)
    if (!rows) throw new DomainError('WORKBOOK_UNREADABLE')
    return rows
  })
  tail = result.catch(() => undefined)
  return result
}

function readApart(bytes: Uint8Array): Promise<WorkbookRead> {
  const workerData: WorkbookTask = { bytes, limits: bounds }
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB, maxYoungGenerationSizeMb: 64 },
  })
  return new Promise((resolve) => {
    const done = (rows: WorkbookRead): void => {
      clearTimeout(patience)
      resolve(rows)
      void worker.terminate()
    }
    const patience = setTimeout(() => done(null), READ_WITHIN_MS)
    worker.once('message', done)
    // Out of memory, or the reader's own bug: either way this file cannot be read.
    worker.once('error', () => done(null))
    worker.once('exit', () => done(null))
  })
}
