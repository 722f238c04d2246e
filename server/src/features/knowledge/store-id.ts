// Tells one store from another: versions of a knowledge base can only be compared within one.
import { randomBytes } from 'node:crypto'
import type { Database } from '../../platform/database/database.ts'

const SETTING = 'knowledge.store-id'

/** Made once for each store. */
export async function storeIdOf(database: Database): Promise<string> {
  return database.write(async (trx) => {
    const known = await trx.selectFrom('settings').select('value').where('name', '=', SETTING).executeTakeFirst()
    if (known) return known.value
    const value = randomBytes(8).toString('hex')
    await trx.insertInto('settings').values({ name: SETTING, value }).execute()
    return value
  })
}
