import { expect, it } from 'vitest'
import { noTransfers, type AgentTransfers } from '@zhengna/contract/domain/transfer.ts'
import type { DesktopCall } from './desktop.ts'
import { callForTransfer } from './transfer-call.ts'

const asked = (...ids: string[]): AgentTransfers =>
  ({ asked: ids.map((id) => ({ id, fromNumber: '1001', taxpayerName: '晨光餐饮', endsAt: 7 })), sent: [] }) as unknown as AgentTransfers

it('whoever is asked is called for the first of them, and no more once it is over', () => {
  const heard: (string | null)[] = []
  const desktop = { call: ({ key, text }: DesktopCall) => heard.push(`${key} ${text}`), settle: () => heard.push(null) }
  for (const one of [asked('a', 'b'), noTransfers]) callForTransfer(desktop, one)
  expect(heard).toEqual(['a:7 1001 号坐席请您接待晨光餐饮。', null])
})
