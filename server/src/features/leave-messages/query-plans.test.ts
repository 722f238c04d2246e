// With 200,000 leave-messages every list begins at its taxpayer's, or at its office's, and sorts nothing.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { planOf } from '../../../../test/support/query-plan.ts'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { countQuery, pageQuery, type LeaveMessageFilter } from './lists.ts'

const ROWS = 200_000
let folder: string
let database: Database
let sqlite: Sqlite.Database

beforeAll(async () => {
  folder = temporaryFolder('plans')
  const file = join(folder, 'zhengna.db')
  database = await openDatabase(file)
  sqlite = new Sqlite(file)
  sqlite.exec(`
    with recursive n(i) as (select 0 union all select i + 1 from n where i < 19) insert into offices (id, name) select 'o' || i, '税务局' || i from n;
    with recursive n(i) as (select 0 union all select i + 1 from n where i < 1999)
      insert into people (id, account, password_hash, role, name, office_id, presence)
        select 'p' || i, 'p' || i, '', 'taxpayer', '纳税人' || i, 'o' || (i % 20), 'busy' from n;
    with recursive n(i) as (select 0 union all select i + 1 from n where i < ${ROWS - 1})
      insert into leave_messages (id, number, taxpayer_id, taxpayer_name, taxpayer_number, office_id, type, content, state,
                                  agent_id, created_at, changed_at, inbox_order, revision)
        select 'm' || i, 'LY' || i, 'p' || (i % 2000), '纳税人' || (i % 2000), '9' || i, 'o' || (i % 20), 'other',
               '第' || i || '条留言的内容，发票怎么开', case when i % 10 = 0 then 'waiting' else 'answered' end,
               case when i % 10 = 0 then null else 'a' || (i % 40) end, i, i, i, 0 from n`)
})
afterAll(async () => {
  sqlite.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const filters: [string, LeaveMessageFilter][] = [
  ['nothing', {}],
  ['a state', { state: 'answered' }],
  ['a type', { type: 'other' }],
  ['a day', { from: '1970-01-01', to: '1970-01-02' }],
  ['a content', { content: '发票' }],
  ['all but the number', { state: 'waiting', type: 'other', from: '1970-01-01', to: '1970-01-02', content: '发票' }],
]

describe('a taxpayer’s, narrowed by', () => {
  const scope = { taxpayerId: 'p7' as PersonId }
  it.each(filters)('%s', async (_, filter) => {
    for (const query of [pageQuery(database.reader, scope, filter, {}), countQuery(database.reader, scope, filter)]) {
      const plan = planOf(sqlite, query)
      expect(plan).toMatch(/leave_messages USING (COVERING )?INDEX leave_messages_taxpayer \(taxpayer_id=\?/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
      const begun = performance.now()
      await query.execute()
      // 30 ms are promised of a quiet machine: tests run side by side.
      expect(performance.now() - begun).toBeLessThan(300)
    }
  })
})

it('a number leads to its row', () => {
  const plan = planOf(sqlite, pageQuery(database.reader, { taxpayerId: 'p7' as PersonId }, { number: 'LY7' }, {}))
  expect(plan).toMatch(/leave_messages USING INDEX \w+ \(number=\?\)/)
})

describe('an office’s, narrowed by', () => {
  const scope = { officeId: 'o7' as OfficeId, agentId: null }
  it.each([...filters, ['a taxpayer', { taxpayer: '纳税人7' }] as [string, LeaveMessageFilter]])('%s', (_, filter) => {
    for (const query of [pageQuery(database.reader, scope, filter, {}), countQuery(database.reader, scope, filter)]) {
      const plan = planOf(sqlite, query)
      expect(plan).toMatch(/leave_messages USING (COVERING )?INDEX leave_messages_office(_state)? \(office_id=\?/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  })
  it('an agent: what they have in hand', () => {
    const plan = planOf(sqlite, pageQuery(database.reader, { ...scope, agentId: 'a7' as PersonId }, {}, {}))
    expect(plan).toMatch(/leave_messages USING INDEX leave_messages_(agent|office)/)
    expect(plan).not.toMatch(/SCAN/)
  })
})
