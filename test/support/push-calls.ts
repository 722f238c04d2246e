// A call of every route of 精准推送 and 纳税人标签, right by its form, about no push that is there.
import { uuidv7 } from 'uuidv7'
import { everybody } from '@zhengna/contract/domain/push-audience.ts'
import type { PushContent } from '@zhengna/contract/domain/push-record.ts'
import type { PersonId, PushId } from '@zhengna/contract/ids.ts'

export const noPush = { pushId: uuidv7() as PushId }
const content: PushContent = { kind: 'info', title: '申报期提醒', text: '本月申报期至二十日。', link: null, audience: everybody }
const lock = { lock: 1 }

export const pushCalls = {
  listPushes: () => ({ query: { page: 2, pageSize: 20, state: 'sent' as const, title: '申报' } }),
  getPush: () => ({ params: noPush }),
  listPushChoices: () => ({}),
  previewPush: () => ({ body: { audience: everybody } }),
  savePush: () => ({ params: { pushId: uuidv7() as PushId }, body: { content, lock: 0 } }),
  sendPush: () => ({ params: noPush, body: { lock: 1, at: null } }),
  revisePush: () => ({ params: noPush, body: lock }),
  cancelPush: () => ({ params: noPush, body: lock }),
  withdrawPush: () => ({ params: noPush, body: { reason: '日期写错了' } }),
}

const noTag = { tag: '无人' }
const taxpayerNumbers = { taxpayerNumbers: ['91000000MA00000099'] }
export const taxpayerTagCalls = {
  listTags: () => ({}),
  listTagged: () => ({ params: noTag, query: { page: 1, pageSize: 20 as const } }),
  tagTaxpayers: () => ({ params: noTag, body: taxpayerNumbers }),
  untagTaxpayer: () => ({ params: { ...noTag, personId: 'nobody' as PersonId } }),
}

/** The bodies among them. */
export const pushBodies: [keyof typeof pushCalls | keyof typeof taxpayerTagCalls, Record<string, unknown>][] = [
  ['previewPush', { audience: everybody }],
  ['savePush', { content, lock: 0 }],
  ['sendPush', { lock: 1, at: null }],
  ['revisePush', lock],
  ['cancelPush', lock],
  ['withdrawPush', { reason: '日期写错了' }],
  ['tagTaxpayers', taxpayerNumbers],
]
