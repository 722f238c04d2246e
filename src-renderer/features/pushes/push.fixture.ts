// For tests: a push.
import { everybody } from '@zhengna/contract/domain/push-audience.ts'
import type { Push } from '@zhengna/contract/domain/push-record.ts'
import type { PushId } from '@zhengna/contract/ids.ts'

export const aPush = (number: number, over: Partial<Push> = {}): Push => ({
  id: `01900000-0000-7000-8000-00000000000${number}` as PushId,
  state: 'draft',
  kind: 'todo',
  title: `推送${number}`,
  text: '请确认。',
  link: null,
  audience: everybody,
  officeId: null,
  createdBy: '演示系统管理员',
  changedAt: 1_000,
  sendAt: null,
  sentAt: null,
  addressed: 0,
  told: 0,
  read: 0,
  lock: 1,
  isWithdrawing: false,
  steps: [],
  ...over,
})
