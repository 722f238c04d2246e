// The lexicon as rows: a concept each, the rest as whole parts.
import { emptyLexicon, type Concept, type Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { LexiconPart } from '../../platform/database/schema.ts'

export async function selectLexicon(db: Reader): Promise<Lexicon> {
  const rows = await db
    .selectFrom('concepts')
    .select(['id', 'role', 'names'])
    .where('is_removed', '=', 0)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const concepts: Concept[] = rows.map(({ id, role, names }) => ({ id, role, names: JSON.parse(names) as string[] }))
  const parts = await db.selectFrom('lexicon_parts').select(['name', 'content']).execute()
  const part = <N extends LexiconPart>(name: N): Lexicon[N] => {
    const row = parts.find((one) => one.name === name)
    return row ? (JSON.parse(row.content) as Lexicon[N]) : emptyLexicon[name]
  }
  return {
    concepts,
    facets: part('facets'),
    anchors: part('anchors'),
    elsewhere: part('elsewhere'),
    vague: part('vague'),
    dialect: part('dialect'),
  }
}

/** Replaces a part whole. */
export async function savePart<N extends LexiconPart>(trx: Writer, name: N, content: Lexicon[N], by: PersonId | null): Promise<void> {
  const row = { content: JSON.stringify(content), edited_by: by }
  await trx
    .insertInto('lexicon_parts')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

/** After all others. */
export async function nextPosition(db: Reader, table: 'topics' | 'concepts'): Promise<number> {
  const last = await db.selectFrom(table).select('position').orderBy('position', 'desc').limit(1).executeTakeFirst()
  return (last?.position ?? -1) + 1
}
