// What PostgreSQL refuses, without the rows and values that its own errors carry: they end in logs.

/** What was given as a value is quoted in the messages of this class. */
const DATA_EXCEPTIONS = '22'

export class StoreError extends Error {
  /** PostgreSQL's, five characters; or the operating system's. */
  readonly code: string | undefined
  readonly constraint: string | undefined

  constructor(message: string, code?: string, constraint?: string) {
    super(`The database: ${message}`)
    this.name = 'StoreError'
    this.code = code
    this.constraint = constraint
  }
}

/** Names tables, constraints, hosts and users of the database; nobody's words, numbers or passwords. */
export function toStoreError(error: unknown): StoreError {
  const { code, constraint, message } = error as { code?: unknown; constraint?: unknown; message?: unknown }
  const known = typeof code === 'string' ? code : undefined
  const said = typeof message === 'string' && message !== '' ? message : 'it cannot be reached'
  const told = known?.startsWith(DATA_EXCEPTIONS) ? 'a value cannot be stored' : said
  return new StoreError(known ? `${told} (${known})` : told, known, typeof constraint === 'string' ? constraint : undefined)
}
