import type { Audience } from '@zhengna/contract/domain/person.ts'

/** Added to the score: small, because an accountant asks for clients and a boss asks as a person. */
const FITS = 0.2
const MISFITS = -0.3

/** How well an article written for `audience` fits somebody who is all of `asker`; 0 when nothing is known of the asker. */
export function audienceBonus(audience: readonly Audience[], asker: readonly Audience[]): number {
  if (asker.length === 0 || audience.includes('everyone')) return 0
  return audience.some((group) => asker.includes(group)) ? FITS : MISFITS
}
