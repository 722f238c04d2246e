// With 200,000 sheets every list begins at its taxpayer's or its office's, and what is due is found by its time.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { planOf } from '../../../../test/support/query-plan.ts'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { dueQuery } from './due.ts'
import { countQuery, pageQuery, type SheetFilter } from './lists.ts'

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
      insert into confirmation_sheets (id, number, origin_kind, origin_id, taxpayer_id, taxpayer_name, taxpayer_number, office_id, sent_by,
                                       matter, state, due_at, created_at, changed_at, desk_order, revision)
        select 's' || i, 'QR' || i, 'conversation', 'c' || (i / 2), 'p' || (i % 2000), '纳税人' || (i % 2000), '9' || i, 'o' || (i / 7 % 20), 'a1',
               '第' || i || '件，注销', case when i % 100 = 0 then 'submitted' when i % 50 = 1 then 'collecting' else 'confirmed' end,
               i, i, i, i, 0 from n`)
})
afterAll(async () => {
  sqlite.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const filters: [string, SheetFilter][] = [
  ['nothing', {}],
  ['a state', { state: 'submitted' }],
  ['a matter', { matter: '注销' }],
]

describe('a taxpayer’s, narrowed by', () => {
  const scope = { taxpayerId: 'p7' as PersonId }
  it.each(filters)('%s', (_, filter) => {
    for (const query of [pageQuery(database.reader, scope, filter, {}), countQuery(database.reader, scope, filter)]) {
      const plan = planOf(sqlite, query)
      expect(plan).toMatch(/confirmation_sheets USING (COVERING )?INDEX confirmation_sheets_taxpayer \(taxpayer_id=\?/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  })
  it('a number leads to its row', () => {
    const plan = planOf(sqlite, pageQuery(database.reader, scope, { number: 'QR7' }, {}))
    expect(plan).toMatch(/confirmation_sheets USING INDEX \w+ \(number=\?\)/)
  })
})

describe('an office’s, narrowed by', () => {
  const scope = { officeId: 'o7' as OfficeId }
  it.each([...filters, ['a taxpayer', { taxpayer: '纳税人7' }] as [string, SheetFilter]])('%s', (_, filter) => {
    for (const query of [pageQuery(database.reader, scope, filter, {}), countQuery(database.reader, scope, filter)]) {
      const plan = planOf(sqlite, query)
      expect(plan).toMatch(/confirmation_sheets USING (COVERING )?INDEX confirmation_sheets_office\w* \(office_id=\?/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    }
  })
  it('where it was sent', () => {
    const plan = planOf(sqlite, pageQuery(database.reader, scope, { originId: 'c7' as ConversationId }, {}))
    expect(plan).toMatch(/confirmation_sheets USING INDEX confirmation_sheets_office_origin \(office_id=\? AND origin_id=\?/)
  })
})

it('the minute looks at what is due alone', () => {
  expect(planOf(sqlite, dueQuery(database.reader, 9))).toMatch(/confirmation_sheets USING INDEX confirmation_sheets_due \(due_at/)
})
