import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { liftOn } from '@zhengna/answering/suggestion/filing-season.ts'
import { readKnowledge } from '@zhengna/answering/testing/knowledge.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/server.ts'
import { calendarFolder, readFilingCalendar } from './filing-calendar.ts'

const topicIds = new Set<string>(readKnowledge().topics.map(({ id }) => id))

describe('the seeded filing calendar', () => {
  const calendar = readFilingCalendar(topicIds)
  it.each([
    ['2026-12-20', 'special-deduction', 1],
    ['2026-11-23', 'special-deduction', 0],
    ['2026-10-26', 'cit-prepayment', 1],
    ['2026-10-27', 'cit-prepayment', 0],
    ['2027-01-10', 'business-income', 2],
    ['2027-06-30', 'iit-settlement', 1],
    ['2027-05-31', 'cit-settlement', 1],
    ['2027-06-01', 'cit-settlement', 0],
  ])('on %s %s has %i seasons', (day, topic, seasons) => {
    expect(liftOn(day, calendar)(topic)).toBe(seasons)
  })

  it('states no months of what each province sets for itself', () => {
    const lifts = Array.from({ length: 12 }, (_, month) => liftOn(`2027-${String(month + 1).padStart(2, '0')}-10`, calendar))
    expect(lifts.some((liftOf) => liftOf('disability-fund') + liftOf('union-fee') > 0)).toBe(false)
  })
})

describe('a calendar with a mistake stops the start and names its place', () => {
  let folder: string
  beforeEach(() => {
    folder = temporaryFolder('calendar')
    cpSync(calendarFolder, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['a topic that is none', 'seasons.yaml', '- { name: 新, when: { months: [1] }, topics: [nothing] }', 'there is no topic nothing'],
    ['a month that is none', 'seasons.yaml', '- { name: 新, when: { months: [13] }, topics: [deed-tax] }', 'seasons.yaml'],
    ['a day that is none', 'local.yaml', '- { name: 新, when: { from: 02-30x, to: 03-01 }, topics: [deed-tax] }', 'local.yaml'],
    ['eleven due days', 'due-days.yaml', '"2027": [15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15]', 'twelve'],
  ])('%s', (_, file, text, message) => {
    writeFileSync(join(folder, file), text)
    expect(() => readFilingCalendar(topicIds, folder)).toThrow(message)
  })
})
