// Sounds: 增殖税 and zengzhishui sound like 增值税. Each character has one reading, the same on both sides of a comparison,
// so a wrong reading (行 as háng) still matches itself; tones are dropped, and the sounds that dialects merge are merged.
import { pinyin } from 'pinyin-pro'

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** zh→z ch→c sh→s, ing→in eng→en ang→an, n→l at the start: 南方 and 北方 ears alike. */
export function mergeSounds(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=.)/, 'l')
    .replace(/([ie]n|an)g$/, '$1')
    .replace(/ü|v/g, 'u')
}

const INITIALS = ['', ...Array.from('bpmfdtnlgkhjqxrzcsyw'), 'zh', 'ch', 'sh']
const FINALS = 'iang iong uang ang eng ing ong ian iao uai uan ai an ao ei en er ia ie in iu ou ua ui un uo ue ve a e i o u v'.split(' ')

/** Numbered by the alphabet, not as they come: an index packed by one process is read by another. */
const syllables = [...new Set(INITIALS.flatMap((initial) => FINALS.map((final) => mergeSounds(initial + final))))].sort()
const idOfSound = new Map(syllables.map((syllable, place) => [syllable, place + 1]))
/** Above every sound's number. */
export const soundStride = 1_024
/** Where the reading met in this trade is not the first in the dictionary: 曾值税 is typed for 增值税. */
const usualReading: Readonly<Record<string, string>> = { 曾: 'zeng' }
/** By code unit: its sound + 1; 0 where nobody has asked yet. An array, because every character of every text goes through it. */
const soundOfCharacter = new Uint16Array(65_536)

const idOf = (syllable: string): number => idOfSound.get(mergeSounds(syllable)) ?? 0
/** The merged syllable of a sound, in letters; '' for none. */
export const syllableOf = (sound: number): string => syllables[sound - 1] ?? ''

/** The sound of a Chinese character as a positive number under `soundStride`; 0 for anything else. */
export function soundOf(code: number): number {
  if (!isHan(code)) return 0
  const known = soundOfCharacter[code]!
  if (known > 0) return known - 1
  const character = String.fromCharCode(code)
  const syllable = usualReading[character] ?? pinyin(character, { toneType: 'none', v: true })
  const sound = syllable === character ? 0 : idOf(syllable)
  soundOfCharacter[code] = sound + 1
  return sound
}

const SYLLABLE = new RegExp(`^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:${FINALS.join('|')})$`)
/** zhuang. */
const SYLLABLE_MAX = 6

/** The sounds of a run of Latin letters read as pinyin (fapiao → fa, piao); empty when it is not pinyin from end to end. */
export function soundsOfLetters(letters: string): number[] {
  return splitLetters(letters).map(idOf)
}

/** A run of Latin letters as pinyin syllables, as few as can be (fapiao → fa, piao); empty when it is not pinyin from end to end. */
export function splitLetters(letters: string): string[] {
  // best[i]: fewest syllables that spell letters[0, i); from[i]: where the last of them begins.
  const best = new Array<number>(letters.length + 1).fill(Infinity)
  const from = new Array<number>(letters.length + 1).fill(0)
  best[0] = 0
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - SYLLABLE_MAX); start < end; start++) {
      if (best[start]! + 1 < best[end]! && SYLLABLE.test(letters.slice(start, end))) {
        best[end] = best[start]! + 1
        from[end] = start
      }
    }
  }
  if (best[letters.length] === Infinity) return []
  const syllables: string[] = []
  for (let end = letters.length; end > 0; end = from[end]!) syllables.push(letters.slice(from[end], end))
  return syllables.reverse()
}

/** Particles that pinyin-pro, asked for one character alone, reads as verbs. */
const PARTICLES: Readonly<Record<string, string>> = { 了: 'le' }

/** A Chinese character in Latin letters, without its tone; empty for anything else. */
export function lettersOf(character: string): string {
  const particle = PARTICLES[character]
  if (particle !== undefined) return particle
  if (!isHan(character.charCodeAt(0))) return ''
  const letters = pinyin(character, { toneType: 'none', v: true })
  return letters === character ? '' : letters
}
