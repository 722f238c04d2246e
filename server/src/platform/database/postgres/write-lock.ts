// A transaction begins with the one lock that all writers of a database share: of all processes' writes one is under way at a time,
// and each sees everything before it.
import { CompiledQuery, PostgresDialect, PostgresDriver, type DatabaseConnection, type Driver, type PostgresDialectConfig } from 'kysely'

/** Any number will do, as long as it stays the same: what advisory locks are told apart by. */
const WRITERS = 2_026_112_701

export class OneWriterDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new OneWriterDriver(this.#config)
  }
}

class OneWriterDriver extends PostgresDriver {
  /** Both in one message to the server; the lock goes with the transaction, however it ends. What is read after it is as of then. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`begin isolation level read committed; select pg_advisory_xact_lock(${WRITERS})`))
  }
}
