// Letters typed for Chinese: whole syllables (zengzhishui), initials (zzs), both mixed (zengzs), the last one unfinished (zengzh).
import { syllableOf } from '../pinyin/syllables.ts'

const RETROFLEX = 'zcs'

/** The first letter under which a syllable stands in the lines of initials: n is l there, zh is z. */
export const initialOf = (letter: string): string => (letter === 'n' ? 'l' : letter === 'v' ? 'u' : letter)

/** Whether `letters` spell what `sounds` has from `start`; how many units of it they take, 0 for no. `end` bounds the text. */
export function spells(letters: string, sounds: string, start: number, end: number): number {
  const from = (letter: number, place: number): number => {
    if (letter === letters.length) return place
    if (place >= end) return 0
    const unit = sounds.charCodeAt(place)
    const syllable = syllableOf(unit)
    if (syllable === '') return isItself(letters.charCodeAt(letter), unit) ? from(letter + 1, place + 1) : 0
    for (const next of endsOf(letters, letter, syllable)) {
      const found = next === UNFINISHED ? place + 1 : from(next, place + 1)
      if (found > 0) return found
    }
    return 0
  }
  const last = from(0, start)
  return last > 0 ? last - start : 0
}

const UNFINISHED = -1
/** Where letters stand as themselves: see `UNHEARD` in sound-lines.ts. */
const isItself = (letter: number, unit: number): boolean => unit === 2_048 + letter

/** Where the letters may go on after a syllable: after all of it, after its initial; `UNFINISHED` when they end within it. */
function endsOf(letters: string, start: number, syllable: string): number[] {
  if (initialOf(letters[start]!) !== syllable[0]) return []
  let letter = start + 1
  if (RETROFLEX.includes(syllable.charAt(0)) && letters[letter] === 'h') letter++
  const ends = [letter]
  let place = 1
  while (place < syllable.length && letter < letters.length && same(letters[letter]!, syllable[place]!)) {
    letter++
    place++
  }
  if (place === syllable.length && place > 1) {
    ends.unshift(letter)
    // zheng and zhen are one sound here; whoever types the g means it.
    if (syllable.endsWith('n') && letters[letter] === 'g') ends.unshift(letter + 1)
  } else if (letter === letters.length && place > 1) ends.unshift(UNFINISHED)
  return ends
}

const same = (typed: string, letter: string): boolean => typed === letter || (typed === 'v' && letter === 'u')

/** The first two initials that the letters can stand for, one string an interpretation; of one letter where there is one syllable only. */
export function openings(letters: string): string[] {
  const first = initialOf(letters[0]!)
  const second = new Set<string>()
  for (let length = 1; length <= 6 && length < letters.length; length++) {
    const next = letters[length]!
    if (length === 1 && next === 'h' && RETROFLEX.includes(first)) continue
    second.add(initialOf(next))
  }
  const isOneSyllable = letters.length <= 6
  return isOneSyllable ? [first] : [...second].map((letter) => first + letter)
}
