// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { aMessage } from '../chat/chat.fixture.ts'
import { splitPhases } from './bot-phase.ts'

const served = (seq: number) => aMessage('served', { seq, body: { kind: 'event', event: { type: 'served', agentNumber: '1001' } } })

test("the bot's part ends where the agent connected, and counts what is not loaded too", () => {
  const phases = splitPhases([aMessage('c', { seq: 3 }), served(4), aMessage('d', { seq: 5 })])
  expect(phases.botCount).toBe(3)
  expect(phases.served.map(({ id }) => id)).toEqual(['served', 'd'])
})

test('nothing is folded while the moment an agent connected is not loaded', () => {
  const messages = [aMessage('a', { seq: 60 }), aMessage('b', { seq: 61 })]
  expect(splitPhases(messages)).toEqual({ served: messages, botCount: 0 })
})
