// Reads the seeded sensitive words (server/seed/guard/README.md has the form). A mistake stops the start, as in the articles.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { readWordForm, SensitiveWord, type SensitiveWord as SensitiveWordType } from '@zhengna/contract/domain/sensitive-word.ts'

export interface SeededWords {
  readonly words: readonly SensitiveWordType[]
  /** Of the files' text: the import runs again when it changes. */
  readonly fingerprint: string
}

type SeedWord = Partial<Omit<SensitiveWordType, 'word' | 'exceptions'>> & {
  readonly id: string
  /** YAML reads a bare 250 as a number. */
  readonly word: string | number
  readonly exceptions?: readonly (string | number)[]
}
interface SeedFile {
  readonly category: string
  readonly words: readonly SeedWord[]
}

const isWord = Compile(SensitiveWord)
const seedFolder = join(import.meta.dirname, '../../../../seed/guard')

export function readSeededWords(folder: string = seedFolder): SeededWords {
  const hash = createHash('sha256')
  const words = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      hash.update(name).update(text)
      const { category, words: seeded } = parse(text) as SeedFile
      return seeded.map((word) => asWord(word, category, name))
    })
  const twice = words.find(({ id }, index) => words.findIndex((other) => other.id === id) < index)
  if (twice) throw new Error(`The sensitive word ${twice.id} is there twice.`)
  return { words, fingerprint: hash.digest('base64url') }
}

function asWord(seeded: SeedWord, category: string, file: string): SensitiveWordType {
  const word = {
    direction: 'both',
    action: null,
    replacement: '',
    isEnabled: true,
    note: '',
    ...seeded,
    category,
    word: String(seeded.word),
    exceptions: (seeded.exceptions ?? []).map(String),
  }
  if (!isWord.Check(word)) {
    const [first] = isWord.Errors(word)
    throw new Error(`${file}, word ${seeded.id}: ${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
  }
  if (readWordForm(word.word) === null)
    throw new Error(`${file}, word ${seeded.id}: a part or spelling is empty, or the parts are too many.`)
  return word
}
