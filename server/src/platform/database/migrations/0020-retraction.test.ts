import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = temporaryFolder('migration')
  file = join(folder, 'zhengna.db')
  await migrateTo(file, '0019-waiting')
  inspect(file, (db) =>
    db.exec(
      `insert into messages (id, conversation_id, seq, author, at, body) values ('m', 'c', 1, 'taxpayer', 5, '{"kind":"text","text":"一"}')`,
    ),
  )
  await (await openDatabase(file)).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what was said is said, and was not taken back', () => {
  const rows = inspect(file, (db) => db.prepare('select id, body, retracted_at from messages').all())
  expect(rows).toEqual([{ id: 'm', body: '{"kind":"text","text":"一"}', retracted_at: null }])
})
