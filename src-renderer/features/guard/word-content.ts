// A word as the drawer and the table write it: exceptions are lines while they are typed.
import type { GuardWord, GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'

/** What is typed in the drawer. */
export interface WordDraft extends Omit<GuardWordContent, 'exceptions'> {
  exceptions: string
}

export const emptyDraft = (): WordDraft => ({
  word: '',
  category: 'abuse',
  direction: 'both',
  action: null,
  replacement: '',
  exceptions: '',
  isEnabled: true,
  note: '',
})

export const contentOf = (word: GuardWord): GuardWordContent => ({
  word: word.word,
  category: word.category,
  direction: word.direction,
  action: word.action,
  replacement: word.replacement,
  exceptions: word.exceptions,
  isEnabled: word.isEnabled,
  note: word.note,
})

export const draftOf = (word: GuardWord): WordDraft => ({ ...contentOf(word), exceptions: word.exceptions.join('\n') })

export const writtenIn = ({ exceptions, ...draft }: WordDraft): GuardWordContent => ({
  ...draft,
  exceptions: exceptions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
})
