// Calls a person to what the other side of a live conversation wrote, until it is read. What it says stays in the window: a desktop has
// more than one pair of eyes.
import type { PersonCache } from '../cache/cache.ts'
import type { Events } from '../events.ts'
import type { Desktop } from './desktop.ts'

export interface MessageCalls {
  stop(): void
}

export interface MessageCallParts {
  readonly own: 'taxpayer' | 'agent'
  readonly cache: Pick<PersonCache, 'unreadTalks' | 'person'>
  readonly events: Events
  readonly desktop: Pick<Desktop, 'call' | 'settle'>
  readonly log: (line: string) => void
}

const EVERY_MS = 30_000

export function createMessageCalls({ own, cache, events, desktop, log }: MessageCallParts): MessageCalls {
  let tail: Promise<void> = Promise.resolve()
  let isQueued = false
  let isStopped = false
  const isOver = (): boolean => isStopped

  const titleOf = async (taxpayerId: string, agentNumber: string | null, talks: number): Promise<string> => {
    if (own === 'taxpayer') return agentNumber ? `坐席 ${agentNumber} 号回复了您` : '坐席回复了您'
    return talks > 1 ? `${talks} 个会话有新消息` : `${(await cache.person(taxpayerId))?.name ?? '纳税人'}发来新消息`
  }
  const look = async (): Promise<void> => {
    isQueued = false
    const talks = isStopped ? [] : await cache.unreadTalks()
    const [newest] = talks
    if (isStopped) return
    if (!newest) return desktop.settle('message')
    const count = talks.reduce((sum, talk) => sum + talk.count, 0)
    const title = await titleOf(newest.taxpayerId, newest.agentNumber, talks.length)
    // Signed out meanwhile: nobody is called to what is no longer theirs.
    if (isOver()) return
    desktop.call({
      matter: 'message',
      key: newest.newestId,
      title,
      text: `${count} 条未读，请回到窗口查看。`,
      id: newest.conversationId,
      everyMs: EVERY_MS,
      endsAt: null,
    })
  }
  /** Many changes in a row are looked at once. */
  const lookSoon = (): void => {
    if (isStopped || isQueued) return
    isQueued = true
    tail = tail.then(look).catch((error: unknown) => log(`message calls: ${error instanceof Error ? error.message : 'failed'}`))
  }
  const unsubscribe = events.subscribe((name) => {
    if (name === 'messages.changed' || name === 'conversation.changed') lookSoon()
  })
  lookSoon()

  return {
    stop() {
      isStopped = true
      unsubscribe()
    },
  }
}
