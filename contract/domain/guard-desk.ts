// 敏感词 as administrators keep them: a word with who changed it, what a category does, what became of an import or a trial.
import { Type, type Static } from 'typebox'
import { GuardAction, GuardDecision, GuardHit, SensitiveCategory, SensitiveWord } from './sensitive-word.ts'

/** null: as the program brought it. `by` is a name. */
const lastChange = { changedBy: Type.Union([Type.String(), Type.Null()]), changedAt: Type.Union([Type.Integer(), Type.Null()]) }

export const GuardWord = Type.Object({ ...SensitiveWord.properties, ...lastChange })
export type GuardWord = Static<typeof GuardWord>

/** What an administrator writes of a word. */
export const GuardWordContent = Type.Omit(SensitiveWord, ['id'])
export type GuardWordContent = Static<typeof GuardWordContent>

/** 处置方式 of one category. */
export const CategoryPolicy = Type.Object({
  category: SensitiveCategory,
  action: GuardAction,
  /** Under `replace`, for words without one of their own. */
  replacement: Type.String({ maxLength: 100 }),
  ...lastChange,
})
export type CategoryPolicy = Static<typeof CategoryPolicy>

/** A line that was not taken. */
export const ImportFault = Type.Object({
  /** 1 is the first. */
  line: Type.Integer({ minimum: 1 }),
  /** Its beginning. */
  text: Type.String(),
  reason: Type.String(),
})
export type ImportFault = Static<typeof ImportFault>

export const WordImport = Type.Object({
  /** Words taken, or that would be in a trial run. */
  added: Type.Integer({ minimum: 0 }),
  faults: Type.Array(ImportFault),
})
export type WordImport = Static<typeof WordImport>

/** 试一试: what would happen to a text. */
export const GuardTrial = Type.Object({
  decision: GuardDecision,
  /** What would be stored; null where nothing is, before the sender confirmed or at all. */
  stored: Type.Union([Type.String(), Type.Null()]),
  hits: Type.Array(Type.Object({ ...GuardHit.properties, word: Type.String({ description: 'the word that was met, shortened' }) })),
})
export type GuardTrial = Static<typeof GuardTrial>
