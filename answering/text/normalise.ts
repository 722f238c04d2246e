// One spelling for every text the engine reads: queries, standard questions and similar questions alike.
// Works in time linear in its input, whatever the input is.
import { Converter } from 'opencc-js/t2cn'

/** UTF-16 units of a query that are read; what follows in a pasted page says nothing new about the question. */
export const queryMaxLength = 400

const toSimplified = Converter({ from: 'tw', to: 'cn' })

// Bounded, so that a text of nothing but "<" stays linear.
const TAG = /<\/?[a-zA-Z!][^<>]{0,200}>/g
/** Control and format characters (right-to-left marks, zero-width joiners …) divide nothing: they vanish. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Cs}\p{M}]/gu
const NOT_WORD = /[^\p{L}\p{N}%]+/gu
const SPACE_BETWEEN_CHINESE = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu

/** Lower-case simplified Chinese, Latin letters, digits and %; everything else becomes single spaces. Never throws. */
export function normalise(text: string): string {
  return toSimplified(
    text
      .toWellFormed()
      .replace(/[\r\n\t]/g, ' ')
      .replace(TAG, ' ')
      .normalize('NFKC')
      .replace(INVISIBLE, ''),
  )
    .toLowerCase()
    .replace(NOT_WORD, ' ')
    .trim()
}

/** `normalise` for what a taxpayer typed: cut to `queryMaxLength`, spaces between characters closed (发 票 → 发票). */
export function normaliseQuery(query: string): string {
  const head = query.length > 4 * queryMaxLength ? query.slice(0, 4 * queryMaxLength) : query
  return normalise(head).replace(SPACE_BETWEEN_CHINESE, '').slice(0, queryMaxLength).trim()
}
