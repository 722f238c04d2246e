// What the trade calls things: concepts with all their names, and what belongs to other offices. Editors extend it at the
// console; the server and every desktop read the same.
import { Type, type Static } from 'typebox'
import { ConceptId } from '../ids.ts'
import { limits } from '../limits.ts'

/**
 * subject: a tax, fee, paper or thing a question is about; two subjects rarely share an answer.
 * matter: what is done with it. person: who asks, or about whom. asking: the question words (怎么, 多少 …), whose ids are `QuestionKind`s.
 */
export const conceptRoles = ['subject', 'matter', 'person', 'asking'] as const
export type ConceptRole = (typeof conceptRoles)[number]
export const ConceptRole = Type.Unsafe<ConceptRole>(Type.Union(conceptRoles.map((r) => Type.Literal(r))))
export const conceptRoleLabels: Record<ConceptRole, string> = { subject: '税种与对象', matter: '事项', person: '身份', asking: '问法' }

const Name = Type.String({ minLength: 1, maxLength: limits.conceptNameMaxLength })

/** One idea and everything people call it: the official name first, then colloquial, outdated, dialect and mistyped ones. */
export const Concept = Type.Object({
  id: ConceptId,
  role: ConceptRole,
  names: Type.Array(Name, { minItems: 1, maxItems: limits.conceptNamesMax }),
})
export type Concept = Static<typeof Concept>

/** A question in which answers differ (身份, 票种 …): what the bot asks back, or assumes and says so. */
export const Facet = Type.Object({
  id: ConceptId,
  /** 纳税人身份. */
  label: Type.String({ minLength: 1, maxLength: 20 }),
  /** 您是哪一种纳税人？ */
  question: Type.String({ minLength: 1, maxLength: 60 }),
  /** Concepts that exclude each other as answers to it. */
  values: Type.Array(ConceptId, { minItems: 2 }),
})
export type Facet = Static<typeof Facet>

/** Who handles what the tax office does not. `name` is '' where it is nobody's business in particular. */
export const OtherOffice = Type.Object({
  name: Type.String({ maxLength: limits.officeNameMaxLength }),
  /** A telephone number or the like; '' where none is known. */
  contact: Type.String({ maxLength: limits.officeContactMaxLength }),
  /** Naming one of these speaks for them, unless an article names it too. */
  phrases: Type.Array(Name),
  /** Whole questions that belong to them: what is like one of these is theirs. */
  examples: Type.Array(Type.String({ minLength: 1, maxLength: limits.officeExampleMaxLength })),
})
export type OtherOffice = Static<typeof OtherOffice>

export const Lexicon = Type.Object({
  concepts: Type.Array(Concept),
  facets: Type.Array(Facet),
  /** Words that make a text the trade's business by themselves. */
  anchors: Type.Array(Name),
  elsewhere: Type.Array(OtherOffice),
  /** Texts of the trade that ask for nothing in particular (发票的事): what is like one of these is asked back. */
  vague: Type.Array(Type.String({ minLength: 1, maxLength: 200 })),
  /** What is said otherwise in a region → what texts of ours say for it (边度 → 哪里). */
  dialect: Type.Record(Name, Name),
})
export type Lexicon = Static<typeof Lexicon>

export const emptyLexicon: Lexicon = { concepts: [], facets: [], anchors: [], elsewhere: [], vague: [], dialect: {} }
