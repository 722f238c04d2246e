// The cues on messages of our own. Floors, not targets; the figures are printed.
import { describe, expect, it } from 'vitest'
import { moods } from '@zhengna/contract/domain/hand-off.ts'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { readMoodMessages } from '../testing/mood-set.ts'
import { moodOf } from './mood.ts'

const messages = readMoodMessages()
const test = messages.filter(({ split }) => split === 'test')
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

it('the messages are of every mood, in both halves, each once', () => {
  expect(new Set(messages.map(({ text }) => text)).size).toBe(messages.length)
  for (const mood of moods)
    for (const split of ['tuning', 'test'] as const)
      expect(messages.filter((one) => one.mood === mood && one.split === split).length).toBeGreaterThanOrEqual(30)
})

describe('of the half that is only measured', () => {
  const heard = test.map((message) => ({ ...message, heard: moodOf(message.text).mood }))
  const agitated = heard.filter((one) => one.heard === 'agitated')
  const precision = share(agitated.filter(({ mood }) => mood === 'agitated').length, agitated.length)
  const recall = share(agitated.filter(({ mood }) => mood === 'agitated').length, heard.filter(({ mood }) => mood === 'agitated').length)
  it(`agitated is heard rightly (precision ${percent(precision)}, recall ${percent(recall)})`, () => {
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.85)
  })
  it('calm is never heard as agitated in more than one of a hundred', () => {
    const calm = heard.filter(({ mood }) => mood === 'calm')
    expect(share(calm.filter((one) => one.heard === 'agitated').length, calm.length)).toBeLessThanOrEqual(0.01)
  })
})

const knowledge = readKnowledge().articles.flatMap(({ question, similar }) => [question, ...similar])
const agitatedIn = (texts: readonly string[]): number =>
  share(texts.filter((text) => moodOf(text).mood === 'agitated').length, texts.length)
it(`the questions of the knowledge base are calm (${percent(agitatedIn(knowledge))} of ${knowledge.length} are not)`, () => {
  expect(agitatedIn(knowledge)).toBeLessThanOrEqual(0.002)
})
it('so are those of the evaluation, where nobody is angry', () => {
  expect(agitatedIn(readEvaluationSet().map(({ query }) => query))).toBeLessThanOrEqual(0.012)
})
