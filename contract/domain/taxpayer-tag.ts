// 纳税人标签: what the tax side files a taxpayer under. Taxpayers do not see theirs.
import { Type, type Static } from 'typebox'
import { PersonId } from '../ids.ts'
import { limits } from '../limits.ts'

export const Tag = Type.String({ minLength: 1, maxLength: limits.tagMaxLength, pattern: '^\\S(.*\\S)?$' })

/** `count`: the taxpayers within one's reach who have it. */
export const TagCount = Type.Object({ name: Type.String(), count: Type.Integer({ minimum: 0 }) })
export type TagCount = Static<typeof TagCount>

/** As officers see one: the number masked. */
export const TaggedTaxpayer = Type.Object({ id: PersonId, name: Type.String(), taxpayerNumber: Type.String(), officeName: Type.String() })
export type TaggedTaxpayer = Static<typeof TaggedTaxpayer>

/** What became of a list of 纳税人识别号. */
export const TaggingResult = Type.Object({
  added: Type.Integer({ minimum: 0 }),
  /** Had the tag before. */
  already: Type.Integer({ minimum: 0 }),
  /** Of nobody within one's reach; as they were given. */
  unknown: Type.Array(Type.String()),
})
export type TaggingResult = Static<typeof TaggingResult>

/** Of a firm or a person, as the register has it: no more is checked than that it can be one. */
export const TaxpayerNumber = Type.String({ pattern: '^[0-9A-Z]{1,30}$' })
export const isTaxpayerNumber = (typed: string): boolean => /^[0-9A-Z]{1,30}$/.test(typed)

/** A column of a table, a line of a mail: numbers apart by whatever stands between them, each once, letters large. */
export const readTaxpayerNumbers = (typed: string): string[] => [
  ...new Set(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .split(/[\s,;、。|]+/)
      .filter((part) => part !== ''),
  ),
]
