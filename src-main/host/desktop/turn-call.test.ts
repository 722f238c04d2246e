import { expect, it } from 'vitest'
import type { QueuePlace } from '@zhengna/contract/domain/queue.ts'
import type { DesktopCall } from './desktop.ts'
import { callForTurn } from './turn-call.ts'

it('a call of one’s turn calls by its own end, another call anew, and none settles it', () => {
  const heard: (string | null)[] = []
  const desktop = { call: ({ key, text }: DesktopCall) => heard.push(`${key} ${text}`), settle: () => heard.push(null) }
  const calling = (endsAt: number) => ({ call: { agentNumber: '1001', endsAt, isLast: false } }) as QueuePlace
  for (const place of [calling(5), calling(9), { call: null } as QueuePlace, null]) callForTurn(desktop, place)
  expect(heard).toEqual([
    '5 坐席 1001 号正在等您接听，请尽快回到征纳互动。',
    '9 坐席 1001 号正在等您接听，请尽快回到征纳互动。',
    null,
    null,
  ])
})
