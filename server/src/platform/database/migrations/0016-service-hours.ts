// 服务时间: announced outages beside those that servers saw, the history of what administrators changed. And appointments: which half
// hours of a taxpayer are spoken for, and when it was asked how a talk by telephone ended.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const serviceHours: Migration = {
  async up(db: Kysely<unknown>) {
    await extendOutages(db)
    await createHistory(db)
    await createClaims(db)
    await db.schema.alterTable('appointments').addColumn('end_asked_at', 'bigint').execute()
  },
}

async function extendOutages({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('outages')
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await schema.alterTable('outages').addColumn('declared_by', 'text').execute()
}

async function createHistory({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('calendar_changes')
    .addColumn('position', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('office_id', 'text')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .execute()
}

/** Of those who booked one half hour twice while they could, the first has it; the others run their course. */
async function createClaims(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('slot_claims')
    .addColumn('taxpayer_id', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'bigint', (c) => c.notNull())
    .addColumn('appointment_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('slot_claims_key', ['taxpayer_id', 'starts_at'])
    .execute()
  await db.schema.createIndex('slot_claims_of').on('slot_claims').column('appointment_id').execute()
  const old = db as Kysely<{
    appointments: { id: string; taxpayer_id: string; starts_at: number; is_open: number }
    slot_claims: { taxpayer_id: string; starts_at: number; appointment_id: string }
  }>
  await old
    .insertInto('slot_claims')
    .columns(['taxpayer_id', 'starts_at', 'appointment_id'])
    .expression((eb) =>
      eb
        .selectFrom('appointments')
        .select(({ fn }) => ['taxpayer_id', 'starts_at', fn.min('id').as('appointment_id')])
        .where('is_open', '=', 1)
        .groupBy(['taxpayer_id', 'starts_at']),
    )
    .execute()
}
