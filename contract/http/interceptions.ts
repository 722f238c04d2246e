// 拦截记录: for supervisors of the office; 举报骚扰: for the agent who serves.
import { Type } from 'typebox'
import { extensionMinutesMax, Interception, InterceptionDetail, InterceptionState } from '../domain/interception.ts'
import { ConversationId, InterceptionId } from '../ids.ts'
import { limits } from '../limits.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const access = ['supervisor'] as const
const tag = 'interceptions'
const params = Type.Object({ interceptionId: InterceptionId })
const reason = Type.String({ minLength: 1, maxLength: limits.interceptionReasonMaxLength, pattern: '\\S' })

export const listInterceptions = defineRoute({
  method: 'GET',
  path: '/api/interceptions',
  access,
  tag,
  summary: 'What was intercepted in one’s office, the newest first; with `state` only those.',
  query: Type.Object({ state: Type.Optional(InterceptionState), ...paging }),
  reply: pageOf(Interception),
})

export const getInterception = defineRoute({
  method: 'GET',
  path: '/api/interceptions/:interceptionId',
  access,
  tag,
  summary: 'One of them with its messages and what was done. Errors: INTERCEPTION_NOT_FOUND.',
  params,
  reply: InterceptionDetail,
})

export const liftInterception = defineRoute({
  method: 'POST',
  path: '/api/interceptions/:interceptionId/lift',
  access,
  tag,
  summary: '解除: at once, and it counts against nobody any more. Errors: INTERCEPTION_NOT_FOUND, INTERCEPTION_STATE_WRONG.',
  params,
  body: Type.Object({ reason }),
  reply: InterceptionDetail,
})

export const extendInterception = defineRoute({
  method: 'POST',
  path: '/api/interceptions/:interceptionId/extend',
  access,
  tag,
  summary: '延长: so many minutes more than it has, from now where it is over. Errors: INTERCEPTION_NOT_FOUND, INTERCEPTION_STATE_WRONG.',
  params,
  body: Type.Object({ reason, minutes: Type.Integer({ minimum: 1, maximum: extensionMinutesMax }) }),
  reply: InterceptionDetail,
})

export const reportHarassment = defineRoute({
  method: 'POST',
  path: '/api/conversations/:conversationId/harassment-report',
  access: ['agent'],
  tag,
  summary: '举报骚扰: recorded, and acted on by the rules. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG.',
  params: Type.Object({ conversationId: ConversationId }),
  body: Type.Object({ remark: Type.String({ maxLength: limits.interceptionReasonMaxLength }) }),
  /** null: no rule for reports is switched on. */
  reply: Type.Object({ number: Type.Union([Type.String(), Type.Null()]) }),
})
