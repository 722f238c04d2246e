// 留言 and 工单, each with what was said and done in its order. The taxpayer's name and number are those of the day of submitting:
// they are looked for in part, and a record keeps who it was then.
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const leaveMessages: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('leave_messages')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('number', 'text', (c) => c.notNull().unique())
      .addColumn('taxpayer_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('taxpayer_name', 'text', (c) => c.notNull())
      .addColumn('taxpayer_number', 'text', (c) => c.notNull())
      .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('result_way', 'text')
      .addColumn('phone', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('agent_id', 'text')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .addColumn('inbox_order', 'bigint', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .execute()
    const leaveMessageIndexes = {
      leave_messages_taxpayer: ['taxpayer_id', 'created_at', 'id'],
      leave_messages_office: ['office_id', 'inbox_order', 'id'],
      leave_messages_office_state: ['office_id', 'state', 'inbox_order', 'id'],
      leave_messages_agent: ['agent_id', 'inbox_order', 'id'],
    }
    for (const [name, columns] of Object.entries(leaveMessageIndexes))
      await schema.createIndex(name).on('leave_messages').columns(columns).execute()
    await schema
      .createTable('leave_message_steps')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('leave_message_id', 'text', (c) => c.notNull().references('leave_messages.id'))
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('agent_number', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('leave_message_steps_of').on('leave_message_steps').columns(['leave_message_id', 'at', 'id']).execute()

    await schema
      .createTable('work_orders')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('number', 'text', (c) => c.notNull().unique())
      .addColumn('taxpayer_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('taxpayer_name', 'text', (c) => c.notNull())
      .addColumn('taxpayer_number', 'text', (c) => c.notNull())
      .addColumn('leave_message_id', 'text', (c) => c.references('leave_messages.id'))
      .addColumn('conversation_id', 'text')
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
      .addColumn('assignee_id', 'text')
      .addColumn('opened_by', 'text', (c) => c.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('result', 'text')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .addColumn('reminded_at', 'bigint')
      .addColumn('escalated_at', 'bigint')
      .addColumn('desk_order', 'bigint', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .execute()
    const workOrderIndexes = {
      work_orders_taxpayer: ['taxpayer_id', 'created_at', 'id'],
      work_orders_office: ['office_id', 'desk_order', 'id'],
      work_orders_office_state: ['office_id', 'state', 'desk_order', 'id'],
      work_orders_assignee: ['assignee_id', 'desk_order', 'id'],
      work_orders_leave_message: ['leave_message_id', 'created_at'],
    }
    for (const [name, columns] of Object.entries(workOrderIndexes))
      await schema.createIndex(name).on('work_orders').columns(columns).execute()
    // What is open is little beside what is done; by it the minute looks for what is late.
    await sql`create index work_orders_open on work_orders (office_id, due_at) where state <> 'done'`.execute(db)
    await schema
      .createTable('work_order_steps')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('work_order_id', 'text', (c) => c.notNull().references('work_orders.id'))
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('agent_number', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('work_order_steps_of').on('work_order_steps').columns(['work_order_id', 'at', 'id']).execute()
  },
}
