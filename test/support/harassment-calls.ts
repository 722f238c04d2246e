// A call of every route of 防骚扰 and 拦截记录, right by its form, that changes nothing.
import { defaultHarassmentRules } from '@zhengna/contract/domain/harassment.ts'
import { uuidv7 } from 'uuidv7'

const rules = [...defaultHarassmentRules]
const interceptionId = uuidv7()
export const harassmentBodies: [
  'saveHarassmentRules' | 'tryHarassmentRules' | 'liftInterception' | 'extendInterception' | 'reportHarassment',
  Record<string, unknown>,
][] = [
  // Nobody saved so many times.
  ['saveHarassmentRules', { rules, revision: 1_000_000 }],
  ['tryHarassmentRules', { rules }],
  ['liftInterception', { reason: '已沟通' }],
  ['extendInterception', { reason: '仍在辱骂', minutes: 10 }],
  ['reportHarassment', { remark: '' }],
]
const bodyOf = Object.fromEntries(harassmentBodies)
const params = { interceptionId }

export const harassmentCalls = {
  getHarassmentPolicy: () => ({}),
  saveHarassmentRules: () => ({ body: bodyOf.saveHarassmentRules }),
  tryHarassmentRules: () => ({ body: bodyOf.tryHarassmentRules }),
  listInterceptions: () => ({ query: { state: 'active', page: 1 } }),
  getInterception: () => ({ params }),
  liftInterception: () => ({ params, body: bodyOf.liftInterception }),
  extendInterception: () => ({ params, body: bodyOf.extendInterception }),
  reportHarassment: () => ({ params: { conversationId: uuidv7() }, body: bodyOf.reportHarassment }),
}
