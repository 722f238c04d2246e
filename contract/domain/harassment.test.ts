import { describe, expect, it } from 'vitest'
import {
  defaultHarassmentRules,
  durationRanges,
  ruleFault,
  rulesFault,
  untilText,
  windowMaxSeconds,
  type HarassmentRule,
} from './harassment.ts'
import { interceptionState, interceptionStates, mayExtend, mayLift } from './interception.ts'

const rule = (change: Partial<HarassmentRule>): HarassmentRule => ({
  ...defaultHarassmentRules.find(({ id }) => id === 'abuse')!,
  ...change,
})

describe('a rule', () => {
  it('those of the program have no fault, and nobody is restrained the first time', () => {
    expect(rulesFault(defaultHarassmentRules)).toBeNull()
    for (const { condition, action } of defaultHarassmentRules) if (condition !== 'again') expect(action).toBe('warn')
  })
  it('looks back an hour at messages and thirty days at interceptions', () => {
    expect(ruleFault(rule({ windowSeconds: windowMaxSeconds.messages }))).toBeNull()
    expect(ruleFault(rule({ windowSeconds: windowMaxSeconds.messages + 1 }))).toBe('window')
    expect(ruleFault(rule({ condition: 'again', windowSeconds: windowMaxSeconds.interceptions }))).toBeNull()
  })
  it.each(Object.entries(durationRanges))('%s lasts within its range', (action, { min, max }) => {
    const lasting = (durationSeconds: number) => ruleFault(rule({ action: action as HarassmentRule['action'], durationSeconds }))
    expect([min - 1, min, max, max + 1].map(lasting)).toEqual(['duration', null, null, 'duration'])
  })
  it('a warning lasts no time', () => expect(ruleFault(rule({ durationSeconds: 1 }))).toBe('duration'))
  it('may not meet everybody', () => {
    expect(ruleFault(rule({ condition: 'rate', count: 4 }))).toBe('count')
    expect(ruleFault(rule({ condition: 'repetition', count: 2 }))).toBe('count')
  })
  it('an agent’s report is acted on each time', () => {
    expect(ruleFault(rule({ condition: 'reported', count: 1 }))).toBeNull()
    expect(ruleFault(rule({ condition: 'reported', count: 2 }))).toBe('report')
  })
  it('stands in a list once, and a list has one at least', () => {
    expect(rulesFault([])).toEqual({ index: 0, fault: 'none' })
    expect(rulesFault([rule({}), rule({})])).toEqual({ index: 1, fault: 'twice' })
  })
})

describe('an interception', () => {
  it('is over at its end, to the millisecond', () => {
    expect(interceptionState(100, null, 99)).toBe('active')
    expect(interceptionState(100, null, 100)).toBe('over')
    expect(interceptionState(null, null, 1)).toBe('over')
    expect(interceptionState(100, 50, 99)).toBe('lifted')
  })
  it('is lifted once; only what lasts is extended', () => {
    expect(interceptionStates.map(mayLift)).toEqual([true, true, false])
    expect(interceptionStates.map((state) => mayExtend(state, 'mute'))).toEqual([true, true, false])
    expect(interceptionStates.map((state) => mayExtend(state, 'warn'))).toEqual([false, false, false])
  })
  it('its end is said in Beijing time', () => expect(untilText(Date.UTC(2026, 10, 27, 16, 5, 9))).toMatch(/11月28日.*00:05:09/))
})
