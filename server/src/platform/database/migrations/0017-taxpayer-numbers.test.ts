import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'
import { taxpayerNumber } from '../taxpayer-number.ts'

let folder: string
beforeEach(() => void (folder = temporaryFolder('migration')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('people who were there before are found by their number, those without a profile by none', async () => {
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0016-service-hours')
  inspect(file, (db) => {
    db.exec(`insert into offices (id, name) values ('o', '税务局')`)
    const add = db.prepare(
      `insert into people (id, account, password_hash, role, name, office_id, presence, taxpayer) values (?, ?, '', 'taxpayer', '甲', 'o', 'busy', ?)`,
    )
    add.run('p', 'p', JSON.stringify({ taxpayerNumber: '91000000MA00000018' }))
    add.run('q', 'q', null)
  })
  const database = await openDatabase(file)
  try {
    const { sql, parameters } = await database.write(async (trx) => {
      const query = trx.selectFrom('people').select('id').where(taxpayerNumber(trx), '=', '91000000MA00000018')
      expect(await query.execute()).toEqual([{ id: 'p' }])
      return query.compile()
    })
    const plan = inspect(file, (db) => db.prepare(`explain query plan ${sql}`).all(...parameters)) as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join()).toContain('people_taxpayer_number')
  } finally {
    await database.close()
  }
})
