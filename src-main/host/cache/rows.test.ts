import { describe, expect, it } from 'vitest'
import { aConversation } from '../../../test/support/person-store.ts'
import { newer } from './rows.ts'

const held = aConversation({ revision: 3, lastSeq: 5, taxpayerReadSeq: 4, officeReadSeq: 2, stage: 'queued' })

describe('the newer of two copies of a conversation', () => {
  it('is the one that came where none was held', () => expect(newer(null, held)).toBe(held))
  it('is the higher revision', () => {
    expect(newer(held, { ...held, revision: 4, stage: 'live' }).stage).toBe('live')
    expect(newer(held, { ...held, revision: 2, stage: 'bot' })).toMatchObject({ stage: 'queued', revision: 3 })
  })
  it('of the same revision is the one that came', () => expect(newer(held, { ...held, openedAt: 9 }).openedAt).toBe(9))
  it.each(['lastSeq', 'taxpayerReadSeq', 'officeReadSeq'] as const)('%s never goes back, whichever copy is newer', (counter) => {
    expect(newer(held, { ...held, revision: 9, [counter]: 1 })[counter]).toBe(held[counter])
    expect(newer(held, { ...held, revision: 1, [counter]: 99 })[counter]).toBe(99)
  })
  it('merging is the same in any order', () => {
    const other = { ...held, revision: 7, lastSeq: 3, stage: 'ended' as const, officeReadSeq: 9 }
    expect(newer(held, other)).toEqual(newer(other, held))
  })
})
