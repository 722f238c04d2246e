// Calls an agent to the window when they are asked to take over a conversation: they have a short time to accept.
import type { AgentTransfers } from '@zhengna/contract/domain/transfer.ts'
import type { Desktop } from './desktop.ts'

const EVERY_MS = 10_000

/** As the server said it last; none with no line. */
export function callForTransfer(desktop: Pick<Desktop, 'call' | 'settle'>, { asked: [first] }: AgentTransfers): void {
  if (!first) return desktop.settle('transfer')
  desktop.call({
    matter: 'transfer',
    key: `${first.id}:${first.endsAt}`,
    title: '转接请求',
    text: `${first.fromNumber} 号坐席请您接待${first.taxpayerName}。`,
    id: first.id,
    everyMs: EVERY_MS,
    endsAt: first.endsAt,
  })
}
