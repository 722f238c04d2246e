// All texts of the index once more as sounds and as initials, unit by unit, so that what is found in one is at the same
// place in the others. Searching them is String.indexOf: a million characters in a millisecond.
import { stringOf } from '../index/units.ts'
import type { Texts } from '../index/texts.ts'
import { soundOf, syllableOf } from '../pinyin/syllables.ts'
import { isLetter } from '../text/character.ts'

export interface SoundLines {
  /** A sound's number as a UTF-16 unit; what has no sound stands as itself above all sounds. */
  readonly sounds: string
  /** The first letter of each syllable; letters and digits as they are, a space for the rest. */
  readonly initials: string
}

/** Above every sound: keeps letters and digits apart from sounds with their number. */
export const UNHEARD = 2_048

export function readAloud(texts: Texts): SoundLines {
  const units = texts.units()
  const sounds = new Uint16Array(units.length)
  const initials = new Uint8Array(units.length)
  for (let place = 0; place < units.length; place++) {
    const unit = units[place]!
    const sound = soundOf(unit)
    sounds[place] = sound > 0 ? sound : UNHEARD + (unit % 60_000)
    initials[place] = sound > 0 ? syllableOf(sound).charCodeAt(0) : isLetterOrDigit(unit) ? unit : 32
  }
  return { sounds: stringOf(sounds), initials: stringOf(initials) }
}

export function soundsIn(text: string): string {
  return Array.from({ length: text.length }, (_, i) => {
    const unit = text.charCodeAt(i)
    const sound = soundOf(unit)
    return String.fromCharCode(sound > 0 ? sound : UNHEARD + (unit % 60_000))
  }).join('')
}

const isLetterOrDigit = (unit: number): boolean => isLetter(unit) || (unit >= 48 && unit <= 57)
