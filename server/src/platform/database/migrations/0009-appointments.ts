// 预约: the calendar of the offices, appointments with what happened to them, how full half hours are, who waits for one, and when
// the service was down.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const appointments: Migration = {
  async up(db: Kysely<unknown>) {
    await createCalendar(db)
    await createAppointments(db)
    await createSlots(db)
  },
}

async function createCalendar({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('calendar_days')
    .addColumn('day', 'text', (c) => c.primaryKey())
    .addColumn('is_working', 'integer', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('office_hours')
    .addColumn('office_id', 'text', (c) => c.primaryKey())
    .addColumn('shifts', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('slot_capacities')
    .addColumn('office_id', 'text', (c) => c.notNull())
    .addColumn('service_type', 'text', (c) => c.notNull())
    .addColumn('capacity', 'integer', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('slot_capacities_key', ['office_id', 'service_type'])
    .execute()
}

async function createAppointments({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('appointments')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text', (c) => c.notNull().unique())
    .addColumn('taxpayer_id', 'text', (c) => c.notNull())
    .addColumn('office_id', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('service_type', 'text', (c) => c.notNull())
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'bigint', (c) => c.notNull())
    .addColumn('matter', 'text', (c) => c.notNull())
    .addColumn('phone', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('interaction', 'text')
    .addColumn('is_open', 'integer', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('conversation_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('settled_at', 'bigint', (c) => c.notNull())
    .addColumn('reminded_minutes', 'integer')
    .addColumn('made_up_at', 'bigint')
    .execute()
  // The personal centre: every filter is of one taxpayer's; what is left of it is read off the rows.
  await schema.createIndex('appointments_own').on('appointments').columns(['taxpayer_id', 'origin', 'starts_at', 'id']).execute()
  await schema.createIndex('appointments_office').on('appointments').columns(['office_id', 'starts_at']).execute()
  // The check: what is due. By a column of its own, which no filter of the personal centre names: it is never read instead of theirs.
  await schema.createIndex('appointments_due').on('appointments').columns(['is_open', 'starts_at']).execute()
  await schema.createIndex('appointments_conversation').on('appointments').column('conversation_id').execute()
  await schema
    .createTable('appointment_steps')
    .addColumn('position', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('appointment_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('agent_id', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('appointment_steps_of').on('appointment_steps').columns(['appointment_id', 'position']).execute()
}

async function createSlots({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('slots')
    .addColumn('office_id', 'text', (c) => c.notNull())
    .addColumn('service_type', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'bigint', (c) => c.notNull())
    .addColumn('taken', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('slots_key', ['office_id', 'service_type', 'starts_at'])
    .execute()
  await schema
    .createTable('slot_waits')
    .addColumn('office_id', 'text', (c) => c.notNull())
    .addColumn('service_type', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'bigint', (c) => c.notNull())
    .addColumn('taxpayer_id', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('offered_until', 'bigint')
    .addPrimaryKeyConstraint('slot_waits_key', ['office_id', 'service_type', 'starts_at', 'taxpayer_id'])
    .execute()
  await schema
    .createTable('pulses')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema
    .createTable('outages')
    .addColumn('started_at', 'bigint', (c) => c.primaryKey())
    .addColumn('ended_at', 'bigint', (c) => c.notNull())
    .execute()
}
