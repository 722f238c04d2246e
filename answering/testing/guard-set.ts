// Reads test/evaluation/guard: messages of our own that the sensitive-word filter must catch, and ordinary ones it must leave alone.
import { readFileSync } from 'node:fs'
import type { SensitiveCategory } from '@zhengna/contract/domain/sensitive-word.ts'

/** Words and rules are tuned on tuning; test is only ever measured, its failures are never looked at. */
export type Split = 'tuning' | 'test'
export type OrdinaryMessage = { id: string; text: string; split: Split }
export type AbusiveMessage = OrdinaryMessage & { category: SensitiveCategory; obfuscation: string }

export const readAbusiveMessages = (): AbusiveMessage[] => readLines<AbusiveMessage>('abuse.jsonl')
export const readOrdinaryMessages = (): OrdinaryMessage[] => readLines<OrdinaryMessage>('ordinary.jsonl')

function readLines<Message>(file: string): Message[] {
  return readFileSync(new URL(`../../test/evaluation/guard/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.length > 0)
    .map((line) => JSON.parse(line) as Message)
}
