import { expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { nextNumber } from './number-series.ts'

const morning = Date.parse('2026-11-27T09:00:00+08:00')
const nextDay = morning + 86_400_000

it('numbers count by kind and by day in Beijing, and one that is not stored leaves no hole', async () => {
  const database = await openDatabase(':memory:')
  const take = (prefix: 'LY' | 'YY', at: number) => database.write((trx) => nextNumber(trx, prefix, at))
  expect([await take('LY', morning), await take('LY', morning), await take('YY', morning), await take('LY', nextDay)]).toEqual([
    'LY202611270001',
    'LY202611270002',
    'YY202611270001',
    'LY202611280001',
  ])
  await database
    .write(async (trx) => {
      await nextNumber(trx, 'LY', nextDay)
      throw new Error('not stored')
    })
    .catch(() => undefined)
  expect(await take('LY', nextDay)).toBe('LY202611280002')
  await database.close()
})

it('at once, no two are the same', async () => {
  const database = await openDatabase(':memory:')
  const taken = await Promise.all(Array.from({ length: 50 }, () => database.write((trx) => nextNumber(trx, 'GD', morning))))
  expect(new Set(taken).size).toBe(50)
  expect(taken.toSorted().at(-1)).toBe('GD202611270050')
  await database.close()
})
