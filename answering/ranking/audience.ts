import { audienceBits } from '../index/bits.ts'

/** Added to the score: small, because an accountant asks for clients and a boss asks as a person. */
const FITS = 0.2
const MISFITS = -0.3

const everyone = audienceBits(['everyone'])

/** How well an article written for `audience` fits somebody who is all of `asker`, both as bits; 0 when nothing is known of the asker. */
export function audienceBonus(audience: number, asker: number): number {
  if (asker === 0 || (audience & everyone) !== 0) return 0
  return (audience & asker) !== 0 ? FITS : MISFITS
}
