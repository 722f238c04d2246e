// What a UTF-16 unit of a normalised text is.
export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff
/** Small Latin letters: normalised texts have no others. */
export const isLetter = (code: number): boolean => code >= 97 && code <= 122
