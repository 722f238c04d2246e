// 业务办理服务确认单: sheets, what each asks for, what was done with it, and the templates that offices keep.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const confirmationSheets: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('confirmation_sheets')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('number', 'text', (c) => c.notNull().unique())
      .addColumn('origin_kind', 'text', (c) => c.notNull())
      .addColumn('origin_id', 'text', (c) => c.notNull())
      .addColumn('taxpayer_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('taxpayer_name', 'text', (c) => c.notNull())
      .addColumn('taxpayer_number', 'text', (c) => c.notNull())
      .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
      .addColumn('sent_by', 'text', (c) => c.notNull())
      .addColumn('matter', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('due_at', 'bigint', (c) => c.notNull())
      .addColumn('reminded_at', 'bigint')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .addColumn('desk_order', 'bigint', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .execute()
    const indexes = {
      confirmation_sheets_taxpayer: ['taxpayer_id', 'created_at', 'id'],
      confirmation_sheets_office: ['office_id', 'desk_order', 'id'],
      confirmation_sheets_office_state: ['office_id', 'state', 'desk_order', 'id'],
      confirmation_sheets_office_origin: ['office_id', 'origin_id', 'desk_order', 'id'],
    }
    for (const [name, columns] of Object.entries(indexes))
      await schema.createIndex(name).on('confirmation_sheets').columns(columns).execute()
    // What waits for its taxpayer is little beside what is over; by it the minute looks for what is due.
    await sql`create index confirmation_sheets_due on confirmation_sheets (due_at) where state in ('collecting', 'returned')`.execute(db)
    await schema
      .createTable('confirmation_sheet_materials')
      .addColumn('sheet_id', 'text', (c) => c.notNull().references('confirmation_sheets.id'))
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('is_required', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('round', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('judged_by', 'text')
      .addPrimaryKeyConstraint('confirmation_sheet_materials_key', ['sheet_id', 'place'])
      .execute()
    await schema
      .createTable('confirmation_sheet_steps')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('sheet_id', 'text', (c) => c.notNull().references('confirmation_sheets.id'))
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('agent_number', 'text')
      .addColumn('material', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('confirmation_sheet_steps_of').on('confirmation_sheet_steps').columns(['sheet_id', 'at', 'id']).execute()
    await schema
      .createTable('sheet_templates')
      .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('matter', 'text', (c) => c.notNull())
      .addColumn('materials', 'text', (c) => c.notNull())
      .addColumn('changed_by', 'text', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('sheet_templates_key', ['office_id', 'id'])
      .execute()
  },
}
