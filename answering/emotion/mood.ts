// How a text sounds: calm, upset or agitated, by weighted cues (cues.ts). Linear in the length of the text.
import type { Mood } from '@zhengna/contract/domain/hand-off.ts'
import { ASKED_HOW, CRIES, cues, FRIENDLY, QUOTED } from './cues.ts'

export interface Felt {
  readonly mood: Mood
  /** 0 to 1, of agitation. */
  readonly score: number
  /** The words it was heard from, for whoever serves. */
  readonly signs: readonly string[]
}

/** UTF-16 units that are read: a longer text is a pasted page. */
const READ_MAX = 400
const SIGNS_MAX = 3
/** Upset three times over in one text is agitated, twice is not. */
const AGITATED = 1
const UPSET = 0.5
const CRIED = 0.5

/** `text`: as it was typed or recognised; speech has no marks. Never throws. */
export function moodOf(text: string): Felt {
  const said = text.slice(0, READ_MAX).normalize('NFKC').toLowerCase().replace(QUOTED, ' ').replace(ASKED_HOW, ' ')
  let weight = 0
  let worry = 0
  const signs: string[] = []
  for (const { pattern, weight: one } of cues) {
    const found = pattern.exec(said)?.[0].trim()
    if (!found) continue
    if (one < AGITATED) worry += one
    else weight += one
    signs.push(found)
  }
  const isFriendly = FRIENDLY.test(said)
  // Worry alone grows slowly: an anxious text with many reasons is still anxious.
  const cried = !isFriendly && signs.length > 0 && CRIES.test(said) ? CRIED : 0
  const sum = weight + Math.min(worry, UPSET) + (worry >= 1.5 ? UPSET : 0) + cried
  const mood: Mood = sum >= AGITATED ? 'agitated' : sum >= UPSET ? 'upset' : 'calm'
  return { mood, score: Math.min(sum / 2, 1), signs: mood === 'calm' ? [] : signs.slice(0, SIGNS_MAX) }
}
