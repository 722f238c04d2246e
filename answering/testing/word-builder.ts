import type { SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import type { SensitiveWordId } from '@zhengna/contract/ids.ts'
import { defaultGuardPolicy } from '@zhengna/contract/domain/sensitive-word.ts'
import { createGuard, type Guard } from '../guard/guard.ts'

/** An insult in force both ways, masked by its category; say only what the test is about. */
export function buildWord({ id = 'word', ...given }: Partial<Omit<SensitiveWord, 'id'>> & { word: string; id?: string }): SensitiveWord {
  return {
    category: 'abuse',
    direction: 'both',
    action: null,
    replacement: '',
    exceptions: [],
    isEnabled: true,
    note: '',
    ...given,
    id: id as SensitiveWordId,
  }
}

/** A filter of these words under the default policy. */
export const buildGuard = (...words: readonly (Parameters<typeof buildWord>[0] | string)[]): Guard =>
  createGuard(
    words.map((word, i) => buildWord(typeof word === 'string' ? { word, id: `word-${String(i)}` } : word)),
    defaultGuardPolicy,
  )
