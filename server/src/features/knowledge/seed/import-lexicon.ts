import type { Concept, Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import type { LexiconPart } from '../../../platform/database/schema.ts'
import { recordChange, type Changing } from '../changing.ts'
import { savePart } from '../lexicon.store.ts'

/** A concept or part that editors never touched follows the seed; one that they removed stays removed. */
export async function importLexicon(changing: Changing, seeded: Lexicon): Promise<void> {
  const changes = [await importConcepts(changing, seeded.concepts)]
  for (const name of ['facets', 'anchors', 'elsewhere', 'vague', 'dialect'] as const)
    changes.push(await importPart(changing, name, seeded[name]))
  if (changes.includes(true)) await recordChange(changing, 'lexicon', 'seed')
}

async function importConcepts({ trx }: Changing, seeded: readonly Concept[]): Promise<boolean> {
  const rows = await trx.selectFrom('concepts').selectAll().execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  let hasChanged = false
  for (const [position, { id, role, names }] of seeded.entries()) {
    const row = known.get(id)
    known.delete(id)
    if (row?.edited_by) continue
    const text = { role, names: JSON.stringify(names), position, is_removed: 0 }
    if (row?.role === role && row.names === text.names && row.position === position && !row.is_removed) continue
    await trx
      .insertInto('concepts')
      .values({ id, edited_by: null, ...text })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(text))
      .execute()
    hasChanged = true
  }
  for (const { id, edited_by } of known.values()) {
    if (edited_by) continue
    await trx.deleteFrom('concepts').where('id', '=', id).execute()
    hasChanged = true
  }
  return hasChanged
}

async function importPart<N extends LexiconPart>({ trx }: Changing, name: N, content: Lexicon[N]): Promise<boolean> {
  const row = await trx.selectFrom('lexicon_parts').selectAll().where('name', '=', name).executeTakeFirst()
  if (row?.edited_by || row?.content === JSON.stringify(content)) return false
  await savePart(trx, name, content, null)
  return true
}
