// 防骚扰: versions of the rules, what each person wrote of late, what was intercepted and what supervisors made of it.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const harassment: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('harassment_policies')
      .addColumn('revision', 'integer', (c) => c.primaryKey())
      .addColumn('rules', 'text', (c) => c.notNull())
      .addColumn('changes', 'text', (c) => c.notNull())
      .addColumn('changed_by', 'text', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .execute()
    await schema
      .createTable('harassment_recents')
      .addColumn('person_id', 'text', (c) => c.primaryKey())
      .addColumn('messages', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('interceptions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('number', 'text', (c) => c.notNull().unique())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('office_id', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text')
      .addColumn('condition', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('until', 'bigint')
      .addColumn('rule', 'text', (c) => c.notNull())
      .addColumn('messages', 'text', (c) => c.notNull())
      .addColumn('reported_by', 'text')
      .addColumn('remark', 'text', (c) => c.notNull())
      .addColumn('lifted_at', 'bigint')
      .execute()
    await schema.createIndex('interceptions_office').on('interceptions').columns(['office_id', 'at', 'id']).execute()
    await schema.createIndex('interceptions_person').on('interceptions').columns(['person_id', 'at']).execute()
    await schema
      .createTable('interception_steps')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('interception_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('until', 'bigint')
      .execute()
    await schema.createIndex('interception_steps_of').on('interception_steps').columns(['interception_id', 'at']).execute()
  },
}
