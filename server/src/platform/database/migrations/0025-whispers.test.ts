import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspect, migrateTo } from '../../../../../test/support/migrations.ts'
import { temporaryFolder } from '../../../../../test/support/server.ts'
import { openDatabase } from '../database.ts'

it('nothing was whispered in a store that is older', async () => {
  const folder = temporaryFolder('migration')
  const file = join(folder, 'zhengna.db')
  await migrateTo(file, '0024-supervision')
  await (await openDatabase(file)).close()
  expect(inspect(file, (db) => db.prepare('select * from whispers').all())).toEqual([])
  rmSync(folder, { recursive: true, force: true })
})
