// Reads the seeded sensitive words from their YAML files, for tests and measuring only: the filter itself does no I/O.
import { readdirSync, readFileSync } from 'node:fs'
import type { SensitiveCategory, SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import { parse } from 'yaml'

/** YAML reads a bare 250 as a number. */
type SeedWord = Pick<SensitiveWord, 'id'> &
  Partial<Omit<SensitiveWord, 'word' | 'exceptions'>> & { word: string | number; exceptions?: (string | number)[] }
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
        word: String(word.word),
        exceptions: (word.exceptions ?? []).map(String),
      }))
    })
}
