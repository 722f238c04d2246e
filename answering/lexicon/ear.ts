// Concepts heard rather than read: 红充, 企业所的税, qishui. Only for queries: what editors write is spelt as it is meant.
import type { Concept } from '@zhengna/contract/domain/lexicon.ts'
import { soundOf, soundsOfLetters } from '../pinyin/syllables.ts'
import { isLetter } from '../text/character.ts'
import { PhraseTrie } from '../text/phrase-trie.ts'

export interface Heard {
  readonly concept: number
  /** The two characters it was heard in; null for more, or for letters. Where anybody writes them so, 保险 is no mistyped 报销. */
  readonly pair: string | null
}

/** Concepts whose names sound like a part of the normalised text. */
export type Ear = (text: string) => Heard[]

export function buildEar(concepts: readonly Concept[]): Ear {
  const trie = new PhraseTrie()
  // First names first: qishui is 契税, not 企税. Question words are short and sound like much else.
  for (const place of ['first', 'others'] as const) {
    for (const [index, { names, role }] of concepts.entries()) {
      if (role === 'asking') continue
      for (const name of place === 'first' ? names.slice(0, 1) : names.slice(1)) addSounds(trie, name, index)
    }
  }
  return (text) => hear(trie, text)
}

function addSounds(trie: PhraseTrie, name: string, concept: number): void {
  const sounds = Array.from(name, (character) => soundOf(character.charCodeAt(0)))
  if (sounds.length >= 2 && !sounds.includes(0)) trie.add(String.fromCharCode(...sounds), concept)
}

/** Two characters sound like a name by chance, three hardly ever. */
const SURE_LENGTH = 3

function hear(trie: PhraseTrie, text: string): Heard[] {
  const found: Heard[] = []
  const { sounds, starts } = listen(text)
  for (let i = 0; i < sounds.length; i++) {
    const length = trie.longestAt(sounds, i)
    if (length === 0) continue
    const written = text.slice(starts[i], starts[i + length] ?? text.length).trim()
    found.push({ concept: trie.value, pair: length >= SURE_LENGTH || written.length > length ? null : written })
  }
  return found
}

/** The text as a string of sounds, a space for whatever has none; and where in the text each is. */
function listen(text: string): { sounds: string; starts: number[] } {
  let sounds = ''
  const starts: number[] = []
  const add = (sound: number, start: number): void => {
    sounds += String.fromCharCode(sound)
    starts.push(start)
  }
  for (let i = 0; i < text.length;) {
    const end = endOfLetters(text, i)
    const spelt = end - i > 2 ? soundsOfLetters(text.slice(i, end)) : []
    for (const sound of spelt) add(sound, i)
    // Pinyin with spaces (qi shui) goes on; a space between Chinese words was closed before.
    if (spelt.length === 0 && text[i] !== ' ') add(soundOf(text.charCodeAt(i)), i)
    i = Math.max(end, i + 1)
  }
  return { sounds, starts }
}

function endOfLetters(text: string, start: number): number {
  let end = start
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  return end
}
