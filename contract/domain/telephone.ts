// Telephone numbers of mainland China, as people type them.

/** Blanks, dashes and brackets out, full-width digits made plain; 「+86」 before it is dropped. */
export const cleanTelephone = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s()\u2010-\u2015\u2212-]/g, '')
    .replace(/^(\+86|0086)/, '')

/** A mobile number, cleaned. */
export const isMobileNumber = (cleaned: string): boolean => /^1[3-9]\d{9}$/.test(cleaned)

/** A land line with its area code, cleaned; and the nationwide numbers that begin with 400 or 800. */
export const isLandLine = (cleaned: string): boolean => /^(0(10|2\d)\d{8}|0[3-9]\d{2}\d{7,8}|[48]00\d{7})$/.test(cleaned)

/** A number that can be dialled, cleaned; null where it is none. */
export function readTelephone(raw: string): string | null {
  const cleaned = cleanTelephone(raw)
  return isMobileNumber(cleaned) || isLandLine(cleaned) ? cleaned : null
}
