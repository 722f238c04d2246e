// 手机号码, as people write it and as it is kept.

/** Eleven digits; null where it is none of a mobile telephone in China. Blanks, dashes and the country’s code may stand in it. */
export function readMobileNumber(written: string): string | null {
  const digits = written.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}
