// What every store of the server is, whatever keeps it.
import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** Reads only. A Writer is a Reader too, so that a store's query serves inside and outside a transaction. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom'>
export type Writer = Transaction<Schema>

/** Called when the transaction is safe on disk, in order; what one throws neither undoes it nor keeps the others from running. */
export type AfterCommit = (effect: () => void) => void

/**
 * Writes run one after the other, each in a transaction that sees everything before it, its after-effects before the next begins: what is
 * published has the order of what was stored. Where several processes share a store, that order holds for the transactions of all of them,
 * and for the after-effects of each.
 */
export interface Database {
  readonly reader: Reader
  /** Runs `work` in a transaction of its own; throws what it throws, with nothing stored. */
  write<T>(work: (trx: Writer, after: AfterCommit) => Promise<T>): Promise<T>
  /** May be called twice. */
  close(): Promise<void>
}
