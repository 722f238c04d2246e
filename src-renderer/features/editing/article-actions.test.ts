import { revisionStates, type RevisionState } from '@zhengna/contract/domain/revision.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { describe, expect, test } from 'vitest'
import { actionsFor } from './article-actions.ts'

const me = 'zs001' as PersonId
const other = 'zs002' as PersonId
const open = (state: RevisionState, author: PersonId) => ({ state, authors: [author] })

describe('buttons of an article', () => {
  test.each([
    ['draft', me, ['edit', 'submit', 'discard']],
    ['draft', other, ['edit', 'submit', 'discard']],
    ['review', me, ['withdraw']],
    ['review', other, ['approve', 'return']],
    ['scheduled', me, ['unschedule']],
    ['scheduled', other, ['unschedule']],
  ] as const)('an open text in %s by %s: %j', (state, author, actions) => {
    expect(actionsFor({ published: null, open: open(state, author) }, me)).toEqual(actions)
  })

  test('what is served can be taken back whatever is open beside it', () => {
    const published = { state: 'published' as const }
    expect(actionsFor({ published, open: null }, me)).toEqual(['revise', 'expire'])
    for (const state of revisionStates) expect(actionsFor({ published, open: open(state, other) }, me)).toContain('expire')
  })

  test('what ended can be taken up again', () => {
    expect(actionsFor({ published: null, open: null }, me)).toEqual(['revise'])
  })
})
