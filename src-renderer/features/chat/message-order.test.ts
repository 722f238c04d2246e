import { describe, expect, test } from 'vitest'
import { aMessage, conversationA, conversationB, conversationC } from './chat.fixture.ts'
import { belongsToHistory, clearedStream, emptyStream, newestStored, withChanges, withEarlier, type Stream } from './message-order.ts'

const ids = (stream: Stream) => stream.messages.map(({ id }) => id as string)

describe('the order of the stream', () => {
  test('within a conversation messages stand by seq, however they arrive', () => {
    const stream = withChanges(emptyStream, [aMessage('c', { seq: 3 }), aMessage('a', { seq: 1 })])
    expect(ids(withChanges(stream, [aMessage('b', { seq: 2, at: 9_999 })]))).toEqual(['a', 'b', 'c'])
  })

  test('conversations stand in the order of their first appearance, whatever their clocks say', () => {
    let stream = withChanges(emptyStream, [aMessage('b1', { conversationId: conversationB, at: 500 })])
    stream = withChanges(stream, [aMessage('c1', { conversationId: conversationC, at: 100 })])
    stream = withChanges(stream, [aMessage('b2', { conversationId: conversationB, seq: 2, at: 900 })])
    expect(ids(stream)).toEqual(['b1', 'b2', 'c1'])
  })

  test('a page of history goes before everything shown, its own conversations first', () => {
    const stream = withChanges(emptyStream, [aMessage('b5', { conversationId: conversationB, seq: 5 })])
    const page = [aMessage('a1', { seq: 1 }), aMessage('a2', { seq: 2 }), aMessage('b4', { conversationId: conversationB, seq: 4 })]
    expect(ids(withEarlier(stream, page))).toEqual(['a1', 'a2', 'b4', 'b5'])
  })

  test('what the server has not stored comes last, by the time it was written', () => {
    const stream = withChanges(emptyStream, [
      aMessage('late', { seq: null, at: 30, conversationId: null }),
      aMessage('early', { seq: null, at: 20 }),
      aMessage('stored', { seq: 7, at: 99 }),
    ])
    expect(ids(stream)).toEqual(['stored', 'early', 'late'])
  })

  test('a message changes in place when it comes again, and leaves when it is removed', () => {
    let stream = withChanges(emptyStream, [
      aMessage('m', { seq: null, conversationId: null, delivery: 'pending' }),
      aMessage('n', { seq: 1 }),
    ])
    stream = withChanges(stream, [aMessage('m', { seq: 2, delivery: 'read' })])
    expect(ids(stream)).toEqual(['n', 'm'])
    expect(stream.messages[1]?.delivery).toBe('read')
    expect(ids(withChanges(stream, [], [aMessage('n').id]))).toEqual(['m'])
  })

  test('a page does not undo what an event told meanwhile', () => {
    const stream = withChanges(emptyStream, [aMessage('m', { seq: 2, delivery: 'read' })])
    expect(withEarlier(stream, [aMessage('m', { seq: 2, delivery: 'delivered' })]).messages[0]?.delivery).toBe('read')
  })

  test('a message from history that was not loaded is kept out, so that no hole shows', () => {
    const stream = withChanges(emptyStream, [aMessage('b5', { conversationId: conversationB, seq: 5 })])
    expect(belongsToHistory(stream, aMessage('b3', { conversationId: conversationB, seq: 3 }))).toBe(true)
    expect(belongsToHistory(stream, aMessage('a9', { conversationId: conversationA, seq: 9 }))).toBe(true)
    expect(belongsToHistory(stream, aMessage('b6', { conversationId: conversationB, seq: 6 }))).toBe(false)
    expect(belongsToHistory(stream, aMessage('c1', { conversationId: conversationC, seq: 1 }))).toBe(false)
    // Opened on another machine whose clock is behind.
    expect(belongsToHistory(stream, aMessage('a1', { conversationId: conversationA, seq: 1 }), conversationA)).toBe(false)
    expect(belongsToHistory(stream, aMessage('own', { seq: null, conversationId: null }))).toBe(false)
  })

  test('what was cleared off the screen stays off when it changes; what is new comes', () => {
    const shown = withChanges(emptyStream, [
      aMessage('b1', { conversationId: conversationB, seq: 1 }),
      aMessage('b2', { conversationId: conversationB, seq: 2 }),
    ])
    const cleared = clearedStream(newestStored(shown))
    expect(belongsToHistory(cleared, aMessage('b2', { conversationId: conversationB, seq: 2, delivery: 'read' }))).toBe(true)
    expect(belongsToHistory(cleared, aMessage('a1', { conversationId: conversationA, seq: 1 }))).toBe(true)
    expect(belongsToHistory(cleared, aMessage('b3', { conversationId: conversationB, seq: 3 }))).toBe(false)
  })
})
