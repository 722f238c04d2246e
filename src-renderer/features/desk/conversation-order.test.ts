// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { inSections, neighbourOf } from './conversation-order.ts'
import { aRow, idOf } from './desk.fixture.ts'

const ids = (rows: readonly { conversation: { id: string } }[]) => rows.map((row) => row.conversation.id)

describe('the order of the list', () => {
  const rows = [
    aRow(1, { lastAt: 99_000 }),
    aRow(3, {}, { stage: 'ended', endedAt: 10 }),
    aRow(2, { unread: 5, waitingSince: 1 }),
    aRow(4, {}, { stage: 'ended', endedAt: 20 }),
  ]
  const sections = inSections(rows)

  test('the last taken stands first, whoever spoke last', () => {
    expect(ids(sections.live)).toEqual([idOf(2), idOf(1)])
  })

  test('the last ended stands first among the ended', () => {
    expect(ids(sections.ended)).toEqual([idOf(4), idOf(3)])
  })

  test('going down walks through the live ones into the ended ones and stops at the end', () => {
    expect(neighbourOf(sections, idOf(1), 1)).toBe(idOf(4))
    expect(neighbourOf(sections, idOf(3), 1)).toBe(idOf(3))
  })

  test('going up stops at the top', () => {
    expect(neighbourOf(sections, idOf(2), -1)).toBe(idOf(2))
  })

  test('with none open, down begins at the top and up at the bottom', () => {
    expect(neighbourOf(sections, null, 1)).toBe(idOf(2))
    expect(neighbourOf(sections, null, -1)).toBe(idOf(3))
    expect(neighbourOf(inSections([]), null, 1)).toBeNull()
  })
})
