import { describe, expect, it } from 'vitest'
import { defaultSettingValues, type SettingValues } from '@zhengna/contract/domain/setting.ts'
import { noSignals, triggered, type Heard, type Signals } from './triggers.ts'

const heard = (over: Partial<Heard> = {}): Heard => ({ mood: 'calm', isAsked: true, decision: 'answer', roundsWithoutHit: 0, ...over })
const after = (said: readonly Partial<Heard>[], set: Partial<SettingValues> = {}, before: Signals = noSignals) => {
  const settings = { ...defaultSettingValues, ...set }
  let last = triggered(before, heard(said[0]), settings)
  for (const one of said.slice(1)) last = triggered(last.signals, heard(one), settings)
  return last
}
const none = { decision: 'none' } as const
const agitated = { mood: 'agitated' } as const

describe('by default', () => {
  it('a direct answer asks for nobody', () => {
    expect(after([{}])).toEqual({ signals: noSignals, reason: null, handsOver: false, soothes: false })
  })
  it.each([
    ['no answer', [none], 'no-answer'],
    ['a round too many', [{ decision: 'related', roundsWithoutHit: 3 }], 'rounds'],
    ['agitated words', [agitated], 'emotion'],
  ] as const)('%s offers a person, and says why', (_, said, reason) => {
    expect(after(said)).toMatchObject({ reason, handsOver: false, signals: { offered: reason } })
  })
  it('a round too few, or one with an answer, offers nobody', () => {
    expect(after([{ decision: 'related', roundsWithoutHit: 2 }]).reason).toBeNull()
    expect(after([{ decision: 'answer', roundsWithoutHit: 3 }]).reason).toBeNull()
  })
  it('marks alone are no question, and thanks no round', () => {
    expect(after([{ ...none, isAsked: false }])).toMatchObject({ reason: null, signals: { unanswered: 0 } })
    expect(after([{ decision: 'greeting', roundsWithoutHit: 3 }]).reason).toBeNull()
  })
  it('somebody who is only impatient is neither calmed nor offered anybody', () => {
    expect(after([{ mood: 'upset' }])).toMatchObject({ reason: null, soothes: false })
  })
})

describe('set to hand over by itself', () => {
  it('no answer does at the set count in a row, small talk between them or not', () => {
    const set = { 'hand-over.no-answer': 'hand-over', 'hand-over.no-answer-times': 2 } as const
    expect(after([none], set)).toMatchObject({ reason: 'no-answer', handsOver: false })
    expect(after([none, { decision: 'greeting' }, none], set)).toMatchObject({ reason: 'no-answer', handsOver: true })
    expect(after([none, {}, none], set).handsOver).toBe(false)
  })
  it('rounds do at the limit', () => {
    const set = { 'hand-over.rounds': 'hand-over', 'answering.rounds-without-hit': 2 } as const
    expect(after([{ decision: 'clarify', roundsWithoutHit: 2 }], set)).toMatchObject({ reason: 'rounds', handsOver: true })
  })
  it('agitated words do at the set count in a row, whatever was answered; a calm one begins anew', () => {
    const set = { 'hand-over.emotion': 'hand-over', 'hand-over.emotion-times': 2 } as const
    expect(after([agitated], set)).toMatchObject({ reason: null, soothes: true })
    expect(after([agitated, agitated], set)).toMatchObject({ reason: 'emotion', handsOver: true, soothes: true })
    expect(after([agitated, {}, agitated], set).handsOver).toBe(false)
  })
  it('one that hands over goes before one that offers', () => {
    const set = { 'hand-over.no-answer': 'hand-over', 'hand-over.no-answer-times': 1 } as const
    expect(after([{ ...none, ...agitated }], set)).toMatchObject({ reason: 'no-answer', handsOver: true })
  })
  it('it happens once in a conversation: whoever left the queue is not put back into it', () => {
    const set = { 'hand-over.no-answer': 'hand-over', 'hand-over.no-answer-times': 1 } as const
    expect(after([none, none], set)).toMatchObject({ reason: 'no-answer', handsOver: false, signals: { hasHandedOver: true } })
  })
})

it('set to calm alone, agitated words offer nobody', () => {
  expect(after([agitated], { 'hand-over.emotion': 'soothe' })).toMatchObject({ reason: null, soothes: true })
})
