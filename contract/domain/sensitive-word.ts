// 敏感词: what may not pass as it is written, what is done about it, and what the filter says of one text.
import { Type, type Static } from 'typebox'
import { SensitiveWordId } from '../ids.ts'

export const sensitiveCategories = ['abuse', 'threat', 'sexual', 'fraud', 'gambling', 'drugs', 'extremism', 'other'] as const
export type SensitiveCategory = (typeof sensitiveCategories)[number]
export const SensitiveCategory = Type.Unsafe<SensitiveCategory>(Type.Union(sensitiveCategories.map((c) => Type.Literal(c))))

export const sensitiveCategoryLabels: Record<SensitiveCategory, string> = {
  abuse: '辱骂',
  threat: '威胁',
  sexual: '色情骚扰',
  fraud: '虚开违法广告',
  gambling: '赌博',
  drugs: '毒品',
  extremism: '暴恐',
  other: '其他',
}

/** From the weakest to the strongest; the strongest hit decides. mask: ＊ for each character. warn: the sender is asked before sending. */
export const guardActions = ['mask', 'replace', 'warn', 'block'] as const
export type GuardAction = (typeof guardActions)[number]
export const GuardAction = Type.Unsafe<GuardAction>(Type.Union(guardActions.map((a) => Type.Literal(a))))
export const guardActionLabels: Record<GuardAction, string> = { mask: '打码', replace: '替换', warn: '提醒', block: '拦截' }

/** in: from taxpayers. out: to taxpayers. */
export const guardDirections = ['in', 'out'] as const
export type GuardDirection = (typeof guardDirections)[number]
export const GuardDirection = Type.Unsafe<GuardDirection>(Type.Union(guardDirections.map((d) => Type.Literal(d))))
export const sensitiveDirections = [...guardDirections, 'both'] as const
export type SensitiveDirection = (typeof sensitiveDirections)[number]
export const SensitiveDirection = Type.Unsafe<SensitiveDirection>(Type.Union(sensitiveDirections.map((d) => Type.Literal(d))))
export const sensitiveDirectionLabels: Record<SensitiveDirection, string> = { in: '纳税人发出', out: '发给纳税人', both: '双向' }

export const SensitiveWord = Type.Object({
  id: SensitiveWordId,
  /** `傻逼`, or in the form of `readWordForm`: `卖|出售…发票…#`. */
  word: Type.String({ minLength: 1, maxLength: 1000 }),
  category: SensitiveCategory,
  direction: SensitiveDirection,
  /** null: what the policy says of the category. */
  action: Type.Union([GuardAction, Type.Null()]),
  /** What stands in its place under `replace`; else empty. */
  replacement: Type.String({ maxLength: 100 }),
  /** Phrases in which the word is not meant: 大麻烦 for 大麻. One that shares a character with the word undoes the hit. */
  exceptions: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 200 }),
  isEnabled: Type.Boolean(),
  note: Type.String({ maxLength: 200 }),
})
export type SensitiveWord = Static<typeof SensitiveWord>

const ofEachCategory = <Value>(value: Value): Record<SensitiveCategory, Value> =>
  Object.fromEntries(sensitiveCategories.map((category) => [category, value])) as Record<SensitiveCategory, Value>

const Replacement = Type.String({ maxLength: 100 })
export const GuardPolicy = Type.Object({
  actions: Type.Object(ofEachCategory(GuardAction)),
  /** What stands in place of a replaced word that has no replacement of its own; empty: a mask. */
  replacements: Type.Object(ofEachCategory(Replacement)),
})
export type GuardPolicy = Static<typeof GuardPolicy>

/** Who curses still has a question: it goes on with the curse masked. Adverts and threats do not. */
export const defaultGuardPolicy: GuardPolicy = {
  actions: {
    abuse: 'mask',
    threat: 'block',
    sexual: 'block',
    fraud: 'block',
    gambling: 'block',
    drugs: 'block',
    extremism: 'block',
    other: 'warn',
  },
  replacements: ofEachCategory(''),
}

export const guardDecisions = ['pass', 'changed', 'warn', 'block'] as const
export type GuardDecision = (typeof guardDecisions)[number]
export const GuardDecision = Type.Unsafe<GuardDecision>(Type.Union(guardDecisions.map((d) => Type.Literal(d))))

export const GuardHit = Type.Object({
  wordId: SensitiveWordId,
  category: SensitiveCategory,
  action: GuardAction,
  /** UTF-16 offsets in the text as it was given; `end` is the first unit after it. */
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 1 }),
})
export type GuardHit = Static<typeof GuardHit>

export const GuardVerdict = Type.Object({
  decision: GuardDecision,
  /** Masked and replaced when `changed`; the text as it was given for every other decision. */
  text: Type.String(),
  /** In the order of the text; none lies within another that is as strong. */
  hits: Type.Array(GuardHit),
})
export type GuardVerdict = Static<typeof GuardVerdict>

/** At most so many characters may stand where a word's form has …; punctuation, spaces and emoji do not count. */
export const wordGapMaxCharacters = 12
const WORD_PARTS_MAX = 6

/**
 * The form of a word. `…` parts it: all parts, in this order, at most `wordGapMaxCharacters` between two. `|` separates other
 * spellings of a part. `#` is a number of five digits or more (telephone, QQ). So `卖|出售…发票…#` has three parts.
 * Returns the spellings of each part; null where a part or a spelling is empty, or the parts are too many.
 */
export function readWordForm(word: string): string[][] | null {
  const parts = word.split(/…+/).map((part) => part.split('|').map((spelling) => spelling.trim()))
  return parts.length <= WORD_PARTS_MAX && parts.every((part) => part.every((spelling) => spelling !== '')) ? parts : null
}

/** A word in a list: the first spelling of each part. */
export const wordLabel = (word: string): string => (readWordForm(word) ?? [[word]]).map(([first]) => first).join('…')
