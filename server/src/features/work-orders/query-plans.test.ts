// With 200,000 work orders every list begins at its taxpayer's, or at its office's, and sorts nothing.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { planOf } from '../../../../test/support/query-plan.ts'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { untoldQuery } from './lateness.ts'
import { countQuery, openQuery, pageQuery, type WorkOrderFilter } from './lists.ts'

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
      insert into work_orders (id, number, taxpayer_id, taxpayer_name, taxpayer_number, title, text, state, office_id, assignee_id,
                               opened_by, due_at, created_at, changed_at, desk_order, revision)
        select 'w' || i, 'GD' || i, 'p' || (i % 2000), '纳税人' || (i % 2000), '9' || i, '第' || i || '件，发票', '',
               case when i % 100 = 0 then 'open' else 'done' end, 'o' || (i / 7 % 20), 'a' || (i % 40), 'a1', i, i, i, i, 0 from n`)
})
afterAll(async () => {
  sqlite.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const filters: [string, WorkOrderFilter][] = [
  ['nothing', {}],
  ['a state', { state: 'done' }],
  ['a day', { from: '1970-01-01', to: '1970-01-02' }],
  ['a title', { title: '发票' }],
  ['all but the number', { state: 'open', from: '1970-01-01', to: '1970-01-02', title: '发票' }],
]

describe('a taxpayer’s, narrowed by', () => {
  const scope = { taxpayerId: 'p7' as PersonId }
  it.each(filters)('%s', (_, filter) => {
    for (const query of [pageQuery(database.reader, scope, filter, {}), countQuery(database.reader, scope, filter)]) {
      const plan = planOf(sqlite, query)
      expect(plan).toMatch(/work_orders USING (COVERING )?INDEX work_orders_taxpayer \(taxpayer_id=\?/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  })
})

it('a number leads to its row', () => {
  const plan = planOf(sqlite, pageQuery(database.reader, { taxpayerId: 'p7' as PersonId }, { number: 'GD7' }, {}))
  expect(plan).toMatch(/work_orders USING INDEX \w+ \(number=\?\)/)
})

describe('an office’s, narrowed by', () => {
  const scope = { officeId: 'o7' as OfficeId, assigneeId: null }
  it.each([...filters, ['a taxpayer', { taxpayer: '纳税人7' }] as [string, WorkOrderFilter]])('%s', (_, filter) => {
    for (const query of [pageQuery(database.reader, scope, filter, {}), countQuery(database.reader, scope, filter)]) {
      const plan = planOf(sqlite, query)
      expect(plan).toMatch(/work_orders USING (COVERING )?INDEX work_orders_office(_state)? \(office_id=\?/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  })
  it('what is late, or open: read from the index of what is open', () => {
    const late = countQuery(database.reader, scope, { dueBefore: 1 })
    for (const query of [late, openQuery(database.reader, scope.officeId, 'a1' as PersonId, 1)])
      expect(planOf(sqlite, query)).toMatch(/work_orders USING INDEX work_orders_open \(office_id=\?/)
  })
  it('an officer: what is theirs', () => {
    const plan = planOf(sqlite, pageQuery(database.reader, { ...scope, assigneeId: 'a7' as PersonId }, {}, {}))
    expect(plan).toMatch(/work_orders USING INDEX work_orders_(assignee|office|open)/)
    expect(plan).not.toMatch(/SCAN/)
  })
})

it('the minute looks at what is open alone', () => {
  expect(planOf(sqlite, untoldQuery(database.reader))).toMatch(/work_orders USING INDEX work_orders_open/)
})
