import type { Article } from '@zhengna/contract/domain/article.ts'
import { normalise } from '../text/normalise.ts'
import { stripPoliteness } from '../text/politeness.ts'
import { VARIANT_MASS } from './mass.ts'

/** An article as the index reads it: every way its question is put, and what else is known of it. */
export type IndexedArticle = {
  readonly article: Article
  /** Normalised: the standard question first, then the similar ones. */
  readonly variants: readonly string[]
  /** Normalised keywords, options and texts: weak hints. */
  readonly hints: readonly { readonly text: string; readonly mass: number }[]
}

const KEYWORD_MASS = VARIANT_MASS
const OPTION_MASS = VARIANT_MASS / 2
const TEXT_MASS = VARIANT_MASS / 4
/** Of each text part; what comes later is detail. */
const TEXT_MAX_LENGTH = 600

export function readArticle(article: Article): IndexedArticle {
  const hints = article.keywords.map((keyword) => ({ text: normalise(keyword), mass: KEYWORD_MASS }))
  for (const part of article.parts) {
    if (part.type === 'text') hints.push({ text: normalise(part.markdown.slice(0, TEXT_MAX_LENGTH)), mass: TEXT_MASS })
    if (part.type === 'guide') hints.push({ text: normalise(part.title), mass: OPTION_MASS })
    if (part.type === 'options') for (const option of part.options) hints.push({ text: normalise(option.label), mass: OPTION_MASS })
  }
  const variants = [article.question, ...article.similar].map((text) => stripPoliteness(normalise(text))).filter((text) => text.length > 0)
  return { article, variants, hints }
}
