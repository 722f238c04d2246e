import { describe, expect, it } from 'vitest'
import { isOpen, nextRevisionState, revisionEvents, revisionStates, type RevisionEvent, type RevisionState } from './revision.ts'

/** The diagram in revision.ts, arrow by arrow. */
const arrows: readonly (readonly [RevisionState, RevisionEvent, RevisionState])[] = [
  ['draft', 'submit', 'review'],
  ['review', 'withdraw', 'draft'],
  ['review', 'return', 'draft'],
  ['review', 'approve', 'published'],
  ['review', 'schedule', 'scheduled'],
  ['scheduled', 'unschedule', 'draft'],
  ['scheduled', 'publish', 'published'],
  ['published', 'supersede', 'superseded'],
  ['published', 'expire', 'expired'],
]
const arrowOf = (state: RevisionState, event: RevisionEvent) => arrows.find(([from, by]) => from === state && by === event)

describe('a revision', () => {
  it.each(arrows)('%s, %s → %s', (state, event, next) => expect(nextRevisionState(state, event)).toBe(next))

  const others = revisionStates
    .flatMap((state) => revisionEvents.map((event) => [state, event] as const))
    .filter(([s, e]) => !arrowOf(s, e))
  it.each(others)('%s takes no %s', (state, event) => expect(nextRevisionState(state, event)).toBeNull())

  it('that ended stays so', () => {
    for (const state of ['superseded', 'expired'] as const)
      for (const event of revisionEvents) expect(nextRevisionState(state, event)).toBeNull()
  })

  it('reaches every state from a draft, and what is open can always become a draft again', () => {
    const reached = new Set<RevisionState>(['draft'])
    for (const state of reached) for (const [from, , next] of arrows) if (from === state) reached.add(next)
    expect([...reached].sort()).toEqual([...revisionStates].sort())
    for (const state of revisionStates.filter((one) => isOpen(one) && one !== 'draft'))
      expect(arrows.some(([from, , next]) => from === state && next === 'draft')).toBe(true)
  })

  it('is open exactly before it is served', () => expect(revisionStates.filter(isOpen)).toEqual(['draft', 'review', 'scheduled']))
})
