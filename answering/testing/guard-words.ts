// Reads the seeded sensitive words from their YAML files, for tests and measuring only: the filter itself does no I/O.
import { readdirSync, readFileSync } from 'node:fs'
import type { SensitiveCategory, SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import { parse } from 'yaml'

type SeedWord = Pick<SensitiveWord, 'id' | 'word'> & Partial<SensitiveWord>
type SeedFile = { category: SensitiveCategory; words: SeedWord[] }

const folder = new URL('../../server/seed/guard/', import.meta.url)

export function readGuardWords(): SensitiveWord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const { category, words } = parse(readFileSync(new URL(name, folder), 'utf8')) as SeedFile
      return words.map((word) => ({
        direction: 'both' as const,
        action: null,
        replacement: '',
        isEnabled: true,
        note: '',
        ...word,
        category,
        // YAML reads a bare 250 as a number.
        word: String(word.word),
        exceptions: (word.exceptions ?? []).map(String),
      }))
    })
}
