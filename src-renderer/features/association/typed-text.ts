// What of the input box is looked up. While an input method composes, the box holds its letters with marks between the syllables.

/** Longer texts are told, not looked for. */
const LOOKED_UP_MAX_LENGTH = 40
const BETWEEN_SYLLABLES = /(?<=[a-z])['’ ](?=[a-z])/gi

/** '' for what is not looked up: nothing, several lines, a story. */
export function typedText(inBox: string): string {
  const text = inBox.trim().replace(BETWEEN_SYLLABLES, '')
  return text.includes('\n') || text.length > LOOKED_UP_MAX_LENGTH ? '' : text
}
