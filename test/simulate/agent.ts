// An agent: 示闲 all the time, accepts most offers after a moment, declines some, misses some, talks a little and ends the talk.
import { setTimeout as pause } from 'node:timers/promises'
import { endConversation } from '@zhengna/contract/http/conversations.ts'
import { declineOffer, setPresence, takeNext } from '@zhengna/contract/http/queue.ts'
import type { ConversationId, TicketId } from '@zhengna/contract/ids.ts'
import type { Random } from '../chaos/random.ts'
import { callAs, unlessRefused } from './calls.ts'
import { createLine, type Line } from './line.ts'

export interface AgentRun {
  readonly line: Line
  stop(): Promise<void>
}

const ACCEPTS = 0.93
const DECLINES = 0.04
const LOSES_LINE = 0.002

export interface AgentParts {
  readonly serverUrl: string
  readonly account: string
  readonly token: string
  readonly random: Random
  /** How long a talk is: from, to. */
  readonly talkMs: readonly [number, number]
  readonly onError: (error: unknown) => void
}

export async function workAsAgent({ serverUrl, account, token, random, talkMs, onError }: AgentParts): Promise<AgentRun> {
  const line = createLine(serverUrl, token)
  const call = callAs(serverUrl, token)
  const under = new Set<Promise<void>>()
  const met = new Set<TicketId>()
  let isStopped = false
  const run = (work: Promise<void>): void => {
    const ran = work.catch(onError).finally(() => under.delete(ran))
    under.add(ran)
  }
  const talk = async (id: ConversationId): Promise<void> => {
    const until = Date.now() + random.between(...talkMs)
    while (Date.now() < until) {
      line.write(id, '您好，请稍候，正在为您查询')
      await pause(random.between(600, 1_600))
    }
    await unlessRefused(call(endConversation, undefined, { conversationId: id }))
  }
  const consider = async (ticketId: TicketId): Promise<void> => {
    const mood = random.between(0, 1)
    await pause(random.between(150, 1_200))
    if (mood < ACCEPTS)
      await unlessRefused(
        call(takeNext, { ticketId }).then(({ conversation }) => {
          if (conversation.stage === 'live') run(talk(conversation.id))
        }),
      )
    else if (mood < ACCEPTS + DECLINES) await unlessRefused(call(declineOffer, undefined, { ticketId }))
    // What is left lapses.
    met.delete(ticketId)
  }
  line.onFrame((frame) => {
    if (isStopped) return
    const board = frame.type === 'board' || frame.type === 'welcome' ? frame.board : null
    for (const { ticketId, offer } of board?.waiting ?? []) {
      if (offer?.agentId !== account || met.has(ticketId)) continue
      met.add(ticketId)
      run(consider(ticketId))
    }
    // 示忙 for what lapsed: back after a moment.
    if (frame.type === 'presence' && frame.reason === 'lapsed') run(pause(2_000).then(() => call(setPresence, { presence: 'idle' }).then()))
    if (random.chance(LOSES_LINE)) {
      line.lose()
      run(pause(random.between(300, 2_000)).then(() => line.connect()))
    }
  })
  await line.connect()
  await call(setPresence, { presence: 'idle' })
  return {
    line,
    async stop() {
      isStopped = true
      while (under.size > 0) await Promise.all(under)
      line.lose()
    },
  }
}
