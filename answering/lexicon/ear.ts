// Concepts heard rather than read: 红充, 企业所的税, qishui. Only for queries: what editors write is spelt as it is meant.
import type { Concept } from '@zhengna/contract/domain/lexicon.ts'
import { soundOf, soundsOfLetters } from '../pinyin/syllables.ts'
import { PhraseTrie } from '../text/phrase-trie.ts'

/**
 * Concepts whose names sound like a part of the normalised text. `isUsual` says of two characters whether anybody writes them
 * so: 保险 is no mistyped 报销, since the knowledge base knows it.
 */
export type Ear = (text: string, isUsual: (pair: string) => boolean) => number[]

export function buildEar(concepts: readonly Concept[]): Ear {
  const trie = new PhraseTrie()
  // First names first: qishui is 契税, not 企税. Question words are short and sound like much else.
  for (const place of ['first', 'others'] as const) {
    for (const [index, { names, role }] of concepts.entries()) {
      if (role === 'asking') continue
      for (const name of place === 'first' ? names.slice(0, 1) : names.slice(1)) addSounds(trie, name, index)
    }
  }
  return (text, isUsual) => hear(trie, text, isUsual)
}

function addSounds(trie: PhraseTrie, name: string, concept: number): void {
  const sounds = Array.from(name, (character) => soundOf(character.charCodeAt(0)))
  if (sounds.length >= 2 && !sounds.includes(0)) trie.add(String.fromCharCode(...sounds), concept)
}

/** Two characters sound like a name by chance, three hardly ever. */
const SURE_LENGTH = 3

function hear(trie: PhraseTrie, text: string, isUsual: (pair: string) => boolean): number[] {
  const found: number[] = []
  const { sounds, starts } = listen(text)
  for (let i = 0; i < sounds.length; i++) {
    const length = trie.longestAt(sounds, i)
    if (length === 0) continue
    const written = text.slice(starts[i], starts[i + length] ?? text.length).trim()
    if (length >= SURE_LENGTH || written.length > length || !isUsual(written)) found.push(trie.value)
  }
  return found
}

/** The text as a string of sounds, a space for whatever has none; and where in the text each is. */
function listen(text: string): { sounds: string; starts: number[] } {
  let sounds = ''
  const starts: number[] = []
  for (const run of text.matchAll(/[a-z]+|./gsu)) {
    const heard = run[0].length > 2 ? soundsOfLetters(run[0]) : [soundOf(run[0].charCodeAt(0))]
    for (const sound of heard.length > 0 ? heard : [0]) {
      // Pinyin with spaces (qi shui) goes on; a space between Chinese words was closed before.
      if (sound === 0 && run[0] === ' ') continue
      sounds += String.fromCharCode(sound)
      starts.push(run.index)
    }
  }
  return { sounds, starts }
}
