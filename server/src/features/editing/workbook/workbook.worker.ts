// Reads a workbook in a thread of its own: a hostile one takes its own heap and time, not the server's.
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/universal'
import { unpack, type UnpackLimits } from './unpack.ts'

export interface WorkbookTask {
  readonly bytes: Uint8Array
  readonly limits: UnpackLimits & { readonly rowsMax: number; readonly columnsMax: number; readonly textMaxLength: number }
}

/** The first sheet's cells as text; null for what is no workbook, or too large a one. */
export type WorkbookRead = string[][] | null

async function read({ bytes, limits }: WorkbookTask): Promise<WorkbookRead> {
  const clean = await unpack(bytes, limits)
  const rows = (await readSheet(clean.buffer, { trim: false })) as unknown[][]
  if (rows.length > limits.rowsMax) return null
  const texts = rows.map((row) => row.slice(0, limits.columnsMax).map(asText))
  // A text that a thousand cells share is one here and a thousand on its way out of this thread.
  let length = 0
  for (const row of texts) for (const text of row) length += text.length
  return length > limits.textMaxLength ? null : texts
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  // A day has no time zone: the reader gives it as midnight UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

void read(workerData as WorkbookTask)
  // Whatever is wrong with the file, it is one and the same to whoever sent it.
  .catch((): WorkbookRead => null)
  .then((result) => parentPort?.postMessage(result))
