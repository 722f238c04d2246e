// Calls the person to the window when it is their turn in the queue: an agent holds the line for a short time.
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { Desktop } from './desktop.ts'

const EVERY_MS = 15_000

/** `place`: as the server said it last. */
export function callForTurn(desktop: Pick<Desktop, 'call' | 'settle'>, place: QueuePlace | null): void {
  const call = place?.call
  if (!call) return desktop.settle('turn')
  desktop.call({
    matter: 'turn',
    key: String(call.endsAt),
    title: '轮到您了',
    text: `坐席 ${call.agentNumber} 号正在等您接听，请尽快回到征纳互动。`,
    id: null,
    everyMs: EVERY_MS,
    endsAt: call.endsAt,
  })
}
