// For tests: a place in the queue.
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { TicketId } from '@zhengna/contract/ids.ts'
import { conversationA } from '../chat/chat.fixture.ts'

export const aPlace = (over: Partial<QueuePlace> = {}): QueuePlace => ({
  ticketId: '01900000-0000-7000-8000-0000000000c1' as TicketId,
  conversationId: conversationA,
  enqueuedAt: 0,
  ahead: 2,
  agentsIdle: 0,
  agentsServing: 1,
  agentsResting: 0,
  reason: 'button',
  isOffered: false,
  estimate: null,
  opensAt: null,
  offerAt: 300_000,
  callsBack: false,
  call: null,
  ...over,
})
