// What an administrator typed, as a word: the marks of its form as the program writes them, blanks and repeats gone.
import { readWordForm } from '@zhengna/contract/domain/sensitive-word.ts'
import type { GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'

/** Chinese input methods give ｜ and ＃; three dots are as good as …. Null where it has no form. */
export function tidyForm(raw: string): string | null {
  const typed = raw
    .replace(/[\r\n\t]+/g, ' ')
    .replaceAll('｜', '|')
    .replaceAll('＃', '#')
    .replace(/\.{3,}/g, '…')
  const form = readWordForm(typed.trim())
  return form?.map((spellings) => [...new Set(spellings)].join('|')).join('…') ?? null
}

export const tidyContent = (content: GuardWordContent, word: string): GuardWordContent => ({
  word,
  category: content.category,
  direction: content.direction,
  action: content.action,
  // Kept only where it means something.
  replacement: content.action === 'mask' || content.action === 'warn' || content.action === 'block' ? '' : content.replacement.trim(),
  exceptions: [...new Set(content.exceptions.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''))],
  isEnabled: content.isEnabled,
  note: content.note.trim(),
})
