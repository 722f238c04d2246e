// The lexicon as the engine uses it: concepts found in a text, or heard in it; what makes a text the trade's business, and
// what makes it somebody else's. Built once for each knowledge base.
import { questionKinds, type QuestionKind } from '@zhengna/contract/domain/article.ts'
import type { Concept, ConceptRole, Facet, Lexicon, OtherOffice } from '@zhengna/contract/domain/lexicon.ts'
import { PhraseTrie } from '../text/phrase-trie.ts'
import { buildEar, type Heard } from './ear.ts'

export interface Vocabulary {
  readonly lexicon: Lexicon
  /** Indexes into `lexicon.concepts`, in the order of the text, longest name first (小规模纳税人 is not also 小规模); repeats kept. */
  find(text: string): number[]
  /** What of the text no name covers, piece by piece. */
  between(text: string): string[]
  /** The text with every name replaced by its concept's official one: 全电票怎么开 → 数电票怎么开. */
  inOfficialNames(text: string): string
  /** The text as it is said elsewhere in the country: 边度开票 → 哪里开票. */
  inStandardSpeech(text: string): string
  /** Concepts whose names sound like a part of the text. */
  hear(text: string): Heard[]
  concept(index: number): Concept
  roleOf(index: number): ConceptRole
  /** The kind of question a concept of the role `asking` asks; null for others. */
  kindOf(index: number): QuestionKind | null
  /** The facet whose value a concept is; null for none. */
  facetOf(index: number): Facet | null
  hasAnchor(text: string): boolean
  /** Phrases of other offices in the text, in its order. */
  elsewhere(text: string): { readonly phrase: string; readonly office: OtherOffice }[]
}

export function buildVocabulary(lexicon: Lexicon): Vocabulary {
  const { concepts } = lexicon
  const names = buildNames(concepts)
  const ear = buildEar(concepts)
  const anchors = new PhraseTrie()
  for (const anchor of lexicon.anchors) anchors.add(anchor, 0)
  const phrases = lexicon.elsewhere.flatMap((office) => office.phrases.map((phrase) => ({ phrase, office })))
  const phraseTrie = new PhraseTrie()
  for (const [place, { phrase }] of phrases.entries()) phraseTrie.add(phrase, place)
  const facets = new Map(lexicon.facets.flatMap((facet) => facet.values.map((value) => [value, facet])))
  const facetOf = concepts.map(({ id }) => facets.get(id) ?? null)

  return {
    lexicon,
    find: names.find,
    between: names.between,
    inOfficialNames: names.rename,
    inStandardSpeech: buildInterpreter(lexicon.dialect),
    hear: ear,
    concept: (index) => concepts[index]!,
    roleOf: (index) => concepts[index]!.role,
    kindOf: (index) => asKind(concepts[index]!),
    facetOf: (index) => facetOf[index] ?? null,
    hasAnchor: (text) => walk(anchors, text).length > 0,
    elsewhere: (text) => walk(phraseTrie, text).map((place) => phrases[place]!),
  }
}

function asKind({ id, role }: Concept): QuestionKind | null {
  return role === 'asking' ? (questionKinds.find((kind) => kind === (id as string)) ?? null) : null
}

/** Values of all phrases in the text, longest at each place; phrases may overlap. */
function walk(trie: PhraseTrie, text: string): number[] {
  const found: number[] = []
  for (let i = 0; i < text.length; i++) if (trie.longestAt(text, i) > 0) found.push(trie.value)
  return found
}

function buildNames(concepts: readonly Concept[]): Pick<Vocabulary, 'find' | 'between'> & { rename: Vocabulary['inOfficialNames'] } {
  // A name can mean two things at once: 买房 is buying and a home.
  const meanings: number[][] = []
  const meaningOf = new Map<string, number>()
  const trie = new PhraseTrie()
  for (const [index, concept] of concepts.entries()) {
    for (const name of concept.names) {
      const known = meaningOf.get(name)
      if (known !== undefined) meanings[known]!.push(index)
      else {
        meaningOf.set(name, meanings.length)
        trie.add(name, meanings.length)
        meanings.push([index])
      }
    }
  }
  return {
    find(text) {
      const found: number[] = []
      for (let i = 0; i < text.length;) {
        const length = trie.longestAt(text, i)
        if (length > 0) found.push(...meanings[trie.value]!)
        i += Math.max(length, 1)
      }
      return found
    },
    between(text) {
      const pieces: string[] = []
      let start = 0
      for (let i = 0; i < text.length;) {
        const length = trie.longestAt(text, i)
        if (length > 0 && i > start) pieces.push(text.slice(start, i))
        i += Math.max(length, 1)
        if (length > 0) start = i
      }
      if (start < text.length) pieces.push(text.slice(start))
      return pieces
    },
    rename(text) {
      let renamed = ''
      for (let i = 0; i < text.length;) {
        const length = trie.longestAt(text, i)
        const [meaning, ...more] = length > 0 ? meanings[trie.value]! : []
        const concept = meaning === undefined || more.length > 0 ? null : concepts[meaning]!
        // Question words are many ways to say one thing; the texts use them all.
        renamed += concept && concept.role !== 'asking' ? concept.names[0]! : text.slice(i, i + Math.max(length, 1))
        i += Math.max(length, 1)
      }
      return renamed
    },
  }
}

function buildInterpreter(dialect: Lexicon['dialect']): Vocabulary['inStandardSpeech'] {
  const entries = Object.entries(dialect)
  const trie = new PhraseTrie()
  for (const [place, [says]] of entries.entries()) trie.add(says, place)
  return (text) => {
    let spoken = ''
    for (let i = 0; i < text.length;) {
      const length = trie.longestAt(text, i)
      spoken += length > 0 ? entries[trie.value]![1] : text[i]!
      i += Math.max(length, 1)
    }
    return spoken
  }
}
