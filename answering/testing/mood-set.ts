// Reads test/evaluation/mood.jsonl: messages of our own, and how each of them sounds.
import { readFileSync } from 'node:fs'
import type { Mood } from '@zhengna/contract/domain/hand-off.ts'

export interface MoodMessage {
  readonly id: string
  readonly text: string
  readonly mood: Mood
  /** Cues are tuned on tuning; test is only measured. */
  readonly split: 'tuning' | 'test'
}

export const readMoodMessages = (): MoodMessage[] =>
  readFileSync(new URL('../../test/evaluation/mood.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.length > 0)
    .map((line) => JSON.parse(line) as MoodMessage)
