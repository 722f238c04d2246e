import { expect, it } from 'vitest'
import type { QueueBoard } from '@zhengna/contract/domain/queue.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { DesktopCall } from './desktop.ts'
import { callForOffer } from './offer-call.ts'

const me = 'zx001' as PersonId
const board = (...agentIds: (string | null)[]): QueueBoard =>
  ({
    waiting: agentIds.map((agentId, place) => ({
      ticketId: `t${place}`,
      taxpayerName: `纳税人${place}`,
      skillGroupName: '发票',
      offer: agentId === null ? null : { agentId, agentNumber: '1001', endsAt: 7 },
    })),
  }) as unknown as QueueBoard

it('whoever is offered somebody is called for the first of them, others are not, and nobody once it is over', () => {
  const heard: (string | null)[] = []
  const desktop = { call: ({ key, text }: DesktopCall) => heard.push(`${key} ${text}`), settle: () => heard.push(null) }
  for (const one of [board(null, 'zx001', 'zx001'), board('zx002'), board(), null]) callForOffer(desktop, one, me)
  expect(heard).toEqual(['t1 纳税人1（发票）正在等您接待。', null, null, null])
})
