import { expect, test } from 'vitest'
import { blankSubmission, bodyOf, submissionFaults } from './submission.ts'

const now = new Date(2026, 10, 26, 14, 0).getTime()
const timed = (publishAt: string) => ({ ...blankSubmission(), isTimed: true, publishAt })

test('where nothing was served before, nothing must be said', () => {
  expect(submissionFaults(blankSubmission(), false, now)).toEqual([])
})

test('where something was, whether it changes in substance is decided, not assumed', () => {
  expect(submissionFaults(blankSubmission(), true, now)).toEqual(['kind'])
  expect(submissionFaults({ ...blankSubmission(), isSubstantive: false }, true, now)).toEqual([])
})

test('a change in substance says what changed', () => {
  expect(submissionFaults({ ...blankSubmission(), isSubstantive: true, changeNote: ' ' }, true, now)).toEqual(['note'])
  expect(submissionFaults({ ...blankSubmission(), isSubstantive: true, changeNote: '税率改了' }, true, now)).toEqual([])
})

test('a time for publishing is there, and to come', () => {
  expect(submissionFaults(timed(''), false, now)).toEqual(['time'])
  expect(submissionFaults(timed('2026-11-26T13:59'), false, now)).toEqual(['past'])
  expect(submissionFaults(timed('2026-11-26T14:01'), false, now)).toEqual([])
  expect(bodyOf(timed('2026-11-26T14:01')).publishAt).toBe(now + 60_000)
})

test('without a time it is published as soon as it is approved', () => {
  expect(bodyOf({ ...blankSubmission(), publishAt: '2026-11-26T14:01' }).publishAt).toBeNull()
})
