// What the trade calls things, extended by editors. Names are kept as the engine reads them, or they would never be found.
import { buildVocabulary } from '@zhengna/answering/lexicon/vocabulary.ts'
import { normalise } from '@zhengna/answering/text/normalise.ts'
import { questionKinds, type KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import type { Concept, Lexicon, OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConceptId } from '@zhengna/contract/ids.ts'
import { nextPosition, recordChange, savePart, selectLexicon } from '../knowledge/index.ts'
import { line } from './content/tidy-content.ts'
import { change, type Editor, type EditingParts } from './editing-parts.ts'

export interface Clash {
  readonly name: string
  readonly conceptId: ConceptId
}

export interface LexiconDesk {
  /** `uses`: how many published articles name a concept in their questions. */
  get(): Promise<{ lexicon: Lexicon; uses: Record<string, number> }>
  /** Errors: CONCEPT_INVALID. */
  saveConcept(editor: Editor, concept: Concept): Promise<{ concept: Concept; clashes: Clash[] }>
  /** Errors: CONCEPT_NOT_FOUND, CONCEPT_INVALID (a facet needs it). */
  removeConcept(editor: Editor, id: ConceptId): Promise<void>
  saveOtherOffices(editor: Editor, elsewhere: readonly OtherOffice[]): Promise<OtherOffice[]>
}

export function createLexiconDesk(parts: EditingParts): LexiconDesk {
  let counted: { readonly version: string; readonly uses: Record<string, number> } | null = null
  return {
    async get() {
      const snapshot = parts.knowledge.snapshot()
      if (counted?.version !== snapshot.version) counted = { version: snapshot.version, uses: countUses(snapshot) }
      return { lexicon: await selectLexicon(parts.database.reader), uses: counted.uses }
    },

    saveConcept: (editor, { id, role, names }) =>
      change(parts, async (changing) => {
        const { trx } = changing
        const concept: Concept = { id, role, names: asRead(names) }
        const fault = conceptFault(concept)
        if (fault) throw new DomainError('CONCEPT_INVALID', { reason: fault })
        const { concepts } = await selectLexicon(trx)
        const text = { role, names: JSON.stringify(concept.names), edited_by: editor.personId, is_removed: 0 }
        const known = concepts.find((other) => other.id === id)
        if (known?.role !== role || JSON.stringify(known.names) !== text.names) {
          await trx
            .insertInto('concepts')
            .values({ id, position: await nextPosition(trx, 'concepts'), ...text })
            .onConflict((conflict) => conflict.column('id').doUpdateSet(text))
            .execute()
          await recordChange(changing, 'lexicon', id)
        }
        return { concept, clashes: clashesOf(concept, concepts) }
      }),

    removeConcept: (editor, id) =>
      change(parts, async (changing) => {
        const { trx } = changing
        const { concepts, facets } = await selectLexicon(trx)
        if (!concepts.some((concept) => concept.id === id)) throw new DomainError('CONCEPT_NOT_FOUND')
        const facet = facets.find(({ values }) => values.includes(id))
        if (facet) throw new DomainError('CONCEPT_INVALID', { reason: `“${facet.label}”的反问选项要用到它，不能删除。` })
        await trx.updateTable('concepts').set({ is_removed: 1, edited_by: editor.personId }).where('id', '=', id).execute()
        await recordChange(changing, 'lexicon', id)
      }),

    saveOtherOffices: (editor, given) =>
      change(parts, async (changing) => {
        const elsewhere = given.map(({ name, contact, phrases, examples }) => ({
          name: line(name),
          contact: line(contact),
          phrases: asRead(phrases),
          examples: [...new Set(examples.map(line))].filter((example) => example !== ''),
        }))
        const { elsewhere: before } = await selectLexicon(changing.trx)
        if (JSON.stringify(before) !== JSON.stringify(elsewhere)) {
          await savePart(changing.trx, 'elsewhere', elsewhere, editor.personId)
          await recordChange(changing, 'lexicon', 'elsewhere')
        }
        return elsewhere
      }),
  }
}

const asRead = (names: readonly string[]): string[] => [...new Set(names.map((name) => normalise(name)))].filter((name) => name !== '')

function conceptFault({ id, role, names }: Concept): string | null {
  if (names.length === 0) return '请至少填写一个名称（标点和符号不算）。'
  if (role === 'asking' && !questionKinds.some((kind) => kind === (id as string)))
    return `疑问词的编号只能是 ${questionKinds.join('、')} 之一。`
  return null
}

const clashesOf = ({ id, names }: Concept, concepts: readonly Concept[]): Clash[] =>
  concepts
    .filter((other) => other.id !== id)
    .flatMap((other) => names.filter((name) => other.names.includes(name)).map((name) => ({ name, conceptId: other.id })))

function countUses({ articles, lexicon }: KnowledgeSnapshot): Record<string, number> {
  const vocabulary = buildVocabulary(lexicon)
  const uses: Record<string, number> = Object.fromEntries(lexicon.concepts.map(({ id }) => [id, 0]))
  for (const { question, similar } of articles) {
    const named = new Set([question, ...similar].flatMap((text) => vocabulary.find(normalise(text))))
    for (const concept of named) uses[vocabulary.concept(concept).id] = (uses[vocabulary.concept(concept).id] ?? 0) + 1
  }
  return uses
}
