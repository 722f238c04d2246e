import { expect, test } from 'vitest'
import { elapsedMs, isReplyOverdue } from './waiting-time.ts'

test('a reply is overdue after a minute, and not when nobody waits', () => {
  expect([isReplyOverdue(0, 59_999), isReplyOverdue(0, 60_000), isReplyOverdue(null, 99_999)]).toEqual([false, true, false])
})

test("a server's clock that is ahead never makes a wait negative", () => {
  expect(elapsedMs(5_000, 1_000)).toBe(0)
})
