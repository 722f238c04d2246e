// An office of its own on a running test server, so that one test's queue never meets another's.
import { routes } from '@zhengna/contract/http/index.ts'
import type { Conversation, HandOverReason } from '@zhengna/contract/domain/conversation.ts'
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { ConversationId, TicketId } from '@zhengna/contract/ids.ts'
import { callRoute, signIn, type RawReply } from './raw-api.ts'
import { openLine, type FrameOf, type RawLine } from './raw-line.ts'
import { addAgent, addOffice, addTaxpayer, withStore, type AgentOptions } from './register.ts'
import type { TestServer } from './server.ts'

let offices = 0
let people = 0

export interface TestTaxpayer {
  readonly account: string
  readonly token: string
  join(reason?: HandOverReason): Promise<{ conversation: Conversation; place: QueuePlace }>
  place(): Promise<QueuePlace | null>
  cancel(): Promise<RawReply<{ conversation: Conversation }>>
  /** 轮到我时叫我. */
  callBack(callsBack?: boolean): Promise<RawReply<{ place: QueuePlace }>>
  answer(): Promise<RawReply<{ conversation: Conversation }>>
  defer(): Promise<RawReply<{ place: QueuePlace }>>
  line(): Promise<RawLine>
}

export interface TestAgent {
  readonly account: string
  readonly token: string
  present(presence: 'idle' | 'busy' | 'resting'): Promise<void>
  take(ticketId?: TicketId | null): Promise<RawReply<{ conversation: Conversation }>>
  withdraw(ticketId: TicketId): Promise<RawReply<object>>
  /** 暂不接待. */
  decline(ticketId: TicketId): Promise<RawReply<object>>
  line(): Promise<RawLine>
}

export interface Office {
  readonly id: string
  taxpayer(): Promise<TestTaxpayer>
  /** 示闲 unless told otherwise. */
  agent(options?: Omit<AgentOptions, 'officeId'>): Promise<TestAgent>
}

export async function openOffice(server: TestServer): Promise<Office> {
  const { url, dataDir } = server
  const officeId = await withStore(dataDir, (trx) => addOffice(trx, `office-${++offices}`))
  return {
    id: officeId,
    async taxpayer() {
      const account = await withStore(dataDir, (trx) => addTaxpayer(trx, `nsr5${String(++people).padStart(3, '0')}`, officeId))
      const { accessToken: token } = await signIn(url, account)
      return {
        account,
        token,
        async join(reason = 'button') {
          const { conversation, place } = valueOf(await callRoute(url, routes.handOver, { token, body: { reason } }))
          if (!place) throw new Error('Nobody waits for an appointment here.')
          return { conversation, place }
        },
        place: async () => valueOf(await callRoute(url, routes.myPlace, { token })).place,
        cancel: () => callRoute(url, routes.cancelQueue, { token }),
        callBack: (callsBack = true) => callRoute(url, routes.setCallBack, { token, body: { callsBack } }),
        answer: () => callRoute(url, routes.answerCall, { token }),
        defer: () => callRoute(url, routes.deferCall, { token }),
        line: () => openLine(url, token),
      }
    },
    async agent(options = {}) {
      const account = await withStore(dataDir, (trx) => addAgent(trx, `zx5${String(++people).padStart(3, '0')}`, { ...options, officeId }))
      const { accessToken: token } = await signIn(url, account)
      const agent: TestAgent = {
        account,
        token,
        present: async (presence) => void valueOf(await callRoute(url, routes.setPresence, { token, body: { presence } })),
        take: (ticketId = null) => callRoute(url, routes.takeNext, { token, body: { ticketId } }),
        withdraw: (ticketId) => callRoute(url, routes.withdrawCall, { token, params: { ticketId } }),
        decline: (ticketId) => callRoute(url, routes.declineOffer, { token, params: { ticketId } }),
        line: () => openLine(url, token),
      }
      await agent.present('idle')
      return agent
    },
  }
}

/** The body of a success; throws with the code of a refusal. */
export function valueOf<T>(reply: RawReply<T>): T {
  if (reply.code) throw new Error(reply.code)
  return reply.body
}

/** The conversation a text landed in; throws where it was refused. */
export function landedIn(said: FrameOf<'ack'> | FrameOf<'refused'>): ConversationId {
  if (said.type === 'refused') throw new Error(said.error.code)
  return said.conversationId
}
