// What comes with the program meets what editors made of it: what they touched is theirs, the rest follows the program.
import type { Bus } from '../../../platform/bus/bus.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Changing } from '../changing.ts'
import type { Publishing } from '../publishing.ts'
import { importArticles } from './import-articles.ts'
import { importLexicon } from './import-lexicon.ts'
import { importTopics, tidyTopics } from './import-topics.ts'
import type { Seed } from './seed-files.ts'

export interface SeedParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly publishing: Publishing
}

const SETTING = 'knowledge.seed'

/** Does nothing where this seed was imported before. All of it or nothing. */
export async function importSeed({ database, bus, clock, publishing }: SeedParts, { fingerprint, read }: Seed): Promise<void> {
  await database.write(async (trx, after) => {
    const known = await trx.selectFrom('settings').select('value').where('name', '=', SETTING).executeTakeFirst()
    if (known?.value === fingerprint) return
    const seeded = read()
    const changing: Changing = { trx, after, bus, now: clock.now() }
    await importTopics(changing, seeded.topics)
    await importArticles(changing, publishing, seeded.articles)
    await tidyTopics(changing, seeded.topics)
    await importLexicon(changing, seeded.lexicon)
    await trx
      .insertInto('settings')
      .values({ name: SETTING, value: fingerprint })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: fingerprint }))
      .execute()
  })
}
