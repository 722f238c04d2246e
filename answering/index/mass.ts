// How much an article says of a term: its mass, in quarters of a way of putting the question.

/** Of every term of one variant; texts and options say less (variant.ts). */
export const VARIANT_MASS = 4
/** A term an article has this much of counts half of one it has in every sentence. */
const SATURATION = 0.6 * VARIANT_MASS

/** How surely an article is about a term, 0…1. */
export const surenessOf = (mass: number): number => mass / (mass + SATURATION)

/** In which part of its article's variants a term is, 0…1. */
export const frequencyOf = (mass: number, variantCount: number): number => Math.min(1, mass / (VARIANT_MASS * variantCount))
