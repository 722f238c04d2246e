import { readFileSync } from 'node:fs'

/** A row a line; empty lines are passed over. Errors: throws with the line's number where one is no JSON object. */
export function readJsonLines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, place) => (line.trim() === '' ? [] : [parse(line, `${file}, line ${place + 1}`)]))
}

function parse(line: string, where: string): unknown {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch (error) {
    throw new Error(`${where} is not JSON: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error(`${where} is not a JSON object.`)
  return row
}
