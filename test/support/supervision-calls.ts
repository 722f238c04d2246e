// A call of every route of 监控, right by its form, that changes nothing.
import { uuidv7 } from 'uuidv7'

const params = { conversationId: uuidv7() }
export const supervisionBodies: ['whisper' | 'endTalk', Record<string, unknown>][] = [
  ['whisper', { text: '请核对发票代码' }],
  ['endTalk', { reason: '纳税人辱骂' }],
]
const bodyOf = Object.fromEntries(supervisionBodies)

export const supervisionCalls = {
  getWall: () => ({}),
  listLiveTalks: () => ({}),
  watchTalk: () => ({ params }),
  whisper: () => ({ params, body: bodyOf.whisper }),
  takeOverTalk: () => ({ params }),
  listWhispers: () => ({ params }),
  endTalk: () => ({ params, body: bodyOf.endTalk }),
}
