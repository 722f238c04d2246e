// To whom a push goes: conditions that hold alone and together. Within one, any of its values will do; an empty one asks for nothing.
import { Type, type Static } from 'typebox'
import { OfficeId } from '../ids.ts'
import { limits } from '../limits.ts'
import { Audience, type TaxpayerProfile } from './person.ts'
import { Tag } from './taxpayer-tag.ts'

const max = { maxItems: limits.pushConditionMax }
export const PushAudience = Type.Object({
  /** 纳税人类型. */
  audiences: Type.Array(Audience, max),
  industries: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), max),
  officeIds: Type.Array(OfficeId, max),
  tags: Type.Array(Tag, max),
})
export type PushAudience = Static<typeof PushAudience>
export const everybody: PushAudience = { audiences: [], industries: [], officeIds: [], tags: [] }

export interface Addressee {
  readonly profile: Pick<TaxpayerProfile, 'audiences' | 'industry'> | null
  readonly officeId: OfficeId
  readonly tags: readonly string[]
}

/** Whether a push is for them. Somebody of whom nothing is known is for no condition on what is not known. */
export function isAddressed(audience: PushAudience, { profile, officeId, tags }: Addressee): boolean {
  const any = <T>(wanted: readonly T[], has: readonly T[]): boolean => wanted.length === 0 || wanted.some((value) => has.includes(value))
  return (
    (audience.audiences.includes('everyone') || any(audience.audiences, profile?.audiences ?? [])) &&
    any(audience.industries, profile?.industry ? [profile.industry] : []) &&
    any(audience.officeIds, [officeId]) &&
    any(audience.tags, tags)
  )
}
