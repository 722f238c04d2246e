// What is kept of a question for good names nobody: long numbers go, whoever's they are.

/** A taxpayer's number has digits and letters; telephones, cards and accounts are written with blanks and dashes too. */
const LONG_NUMBER = /[0-9A-Za-z]*(?:\p{Nd}[ -]?){6,}\p{Nd}[0-9A-Za-z]*/gu
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** As much as the engine reads of a question (answering/text/normalise.ts). */
const KEPT_MAX_LENGTH = 400

/** Seven digits in a row and more become one ***; 12366, years and amounts up to six digits stay. */
export function maskQuestion(text: string): string {
  return text.slice(0, KEPT_MAX_LENGTH).replace(ADDRESS, '***').replace(LONG_NUMBER, '***').toWellFormed()
}
