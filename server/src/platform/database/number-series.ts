// Numbers of records as people read them to each other: LY202611270001, the first leave-message of that day in Beijing.
import { dayInBeijing } from '../clock.ts'
import type { Writer } from './database.ts'

export type NumberPrefix = 'LY' | 'YY' | 'GD' | 'QR' | 'LJ'

const DIGITS = 4

/** The next one, taken within the transaction that uses it: one that is not stored leaves no hole. */
export async function nextNumber(trx: Writer, prefix: NumberPrefix, now: number): Promise<string> {
  const day = dayInBeijing(now).replaceAll('-', '')
  const { last } = await trx
    .insertInto('number_series')
    .values({ prefix, day, last: 1 })
    .onConflict((conflict) => conflict.columns(['prefix', 'day']).doUpdateSet((eb) => ({ last: eb('number_series.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${prefix}${day}${String(last).padStart(DIGITS, '0')}`
}
