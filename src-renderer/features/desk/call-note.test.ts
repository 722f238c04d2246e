import { expect, test } from 'vitest'
import { callNote, isNextable } from './call-note.ts'
import { aTicket } from './desk.fixture.ts'

const NOW = 1_000_000
const call = { agentId: 'zx001' as never, agentNumber: '1001', endsAt: NOW + 42_000 }

test('whoever waits like all others has no note', () => {
  expect(callNote(aTicket(1), NOW)).toBeNull()
})

test('whoever wants to be called is said to', () => {
  expect(callNote(aTicket(1, { callsBack: true }), NOW)?.key).toBe('desk.call.wanted')
})

test('a call is shown with who calls and how long it goes on', () => {
  const note = callNote(aTicket(1, { callsBack: true, call }), NOW)
  expect(note).toEqual({ key: 'desk.call.ringing', values: { agentNumber: '1001', time: '00:42' } })
})

test('one who did not answer is passed by, until the time is over', () => {
  const passed = aTicket(1, { callsBack: true, passedUntil: NOW + 60_000 })
  expect(callNote(passed, NOW)).toEqual({ key: 'desk.call.passed', values: { time: '01:00' } })
  expect(callNote(passed, NOW + 60_000)?.key).toBe('desk.call.wanted')
})

test('who is being called or passed by is not the next', () => {
  expect(isNextable(aTicket(1), NOW)).toBe(true)
  expect(isNextable(aTicket(1, { call }), NOW)).toBe(false)
  expect(isNextable(aTicket(1, { passedUntil: NOW + 1 }), NOW)).toBe(false)
  expect(isNextable(aTicket(1, { passedUntil: NOW }), NOW)).toBe(true)
})
