// Calls an agent to the window when somebody is offered to them: they have a short time to accept.
import type { QueueBoard } from '@zhengna/contract/domain/queue.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Desktop } from './desktop.ts'

const EVERY_MS = 10_000

/** `board`: as the server said it last; null with no line. */
export function callForOffer(desktop: Pick<Desktop, 'call' | 'settle'>, board: QueueBoard | null, agentId: PersonId): void {
  const [offered] = (board?.waiting ?? []).filter(({ offer }) => offer?.agentId === agentId)
  if (!offered?.offer) return desktop.settle('offer')
  desktop.call({
    matter: 'offer',
    // Its end moves while its agent types, and is no news.
    key: offered.ticketId,
    title: '新的接待',
    text: `${offered.taxpayerName}（${offered.skillGroupName}）正在等您接待。`,
    id: offered.ticketId,
    everyMs: EVERY_MS,
    endsAt: offered.offer.endsAt,
  })
}
