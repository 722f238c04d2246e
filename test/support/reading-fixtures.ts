// Screenshots of errors in many looks, drawn by build/reading-pictures, and the question that each of them asks.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export interface ReadingFixture {
  readonly name: string
  readonly question: string
}

const folder = resolve(import.meta.dirname, '../fixtures/reading')

export const readingFixtures = JSON.parse(readFileSync(resolve(folder, 'expected.json'), 'utf8')) as readonly ReadingFixture[]
export const fixturePath = (name: string): string => resolve(folder, `${name}.png`)
export const fixtureBase64 = (name: string): string => readFileSync(fixturePath(name), 'base64')
