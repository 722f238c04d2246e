// What of a text is compared: characters, pairs of characters, concepts, pairs of sounds, and words in letters or digits.
// A term's key is channel × 2^32 + value, so that one table and one posting list serve all channels.
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { soundOf, soundsOfLetters, soundStride } from '../pinyin/syllables.ts'
import { isHan, isLetter } from '../text/character.ts'

export const channels = { character: 0, pair: 1, concept: 2, sound: 3, word: 4 } as const
export const channelCount = 5
export type Channel = (typeof channels)[keyof typeof channels]

const STRIDE = 2 ** 32
export const channelOf = (key: number): Channel => Math.floor(key / STRIDE) as Channel
export const valueOf = (key: number): number => key % STRIDE

const SPACE = 32

export const conceptKey = (concept: number): number => channels.concept * STRIDE + concept
export const soundPairKey = (first: number, second: number): number => channels.sound * STRIDE + first * soundStride + second
export const pairKey = (first: number, second: number): number => channels.pair * STRIDE + (first * 65_536 + second)

/** Adds the keys of a normalised text to `keys`; repeats are kept. Linear in the text. */
export function addTerms(vocabulary: Vocabulary, text: string, keys: number[]): void {
  let lastHan = 0
  let lastSound = 0
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i)
    if (isHan(code)) {
      keys.push(code)
      if (lastHan > 0) keys.push(pairKey(lastHan, code))
      lastSound = addSound(keys, lastSound, soundOf(code))
      lastHan = code
      i++
      continue
    }
    lastHan = 0
    if (code === SPACE) {
      i++
      continue
    }
    const end = endOfWord(text, i)
    const word = text.slice(i, end)
    keys.push(channels.word * STRIDE + hash(word))
    const sounds = isLetter(code) && word.length >= 3 ? soundsOfLetters(word) : []
    if (sounds.length === 0) lastSound = 0
    for (const sound of sounds) lastSound = addSound(keys, lastSound, sound)
    i = end
  }
  for (const concept of vocabulary.find(text)) keys.push(conceptKey(concept))
}

function addSound(keys: number[], before: number, sound: number): number {
  if (before > 0 && sound > 0) keys.push(soundPairKey(before, sound))
  return sound
}

/** A run of letters, or a run of digits and other signs: 12366, 3 and app are words of their own. */
function endOfWord(text: string, start: number): number {
  const letters = isLetter(text.charCodeAt(start))
  let end = start + 1
  while (end < text.length && end - start < 32) {
    const code = text.charCodeAt(end)
    if (code === SPACE || isHan(code) || isLetter(code) !== letters) break
    end++
  }
  return end
}

/** FNV-1a, 32 bits. */
function hash(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  return value >>> 0
}
