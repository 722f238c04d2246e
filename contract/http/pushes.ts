// 精准推送: administrators to taxpayers of any office, supervisors to those of their own.
import { Type } from 'typebox'
import { Push, PushChoices, PushContent, PushPreview, PushSummary } from '../domain/push-record.ts'
import { PushAudience } from '../domain/push-audience.ts'
import { PushState } from '../domain/push.ts'
import { PushId } from '../ids.ts'
import { limits } from '../limits.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const access = ['admin', 'supervisor'] as const
const tag = 'pushes'
const params = Type.Object({ pushId: PushId })
const reply = Type.Object({ push: Push })
const lock = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })

export const listPushes = defineRoute({
  method: 'GET',
  path: '/api/pushes',
  access,
  tag,
  summary: 'Those of one’s office, an administrator’s all; the latest change first. `title`: in part.',
  query: Type.Object({ ...paging, state: Type.Optional(PushState), title: Type.Optional(Type.String({ maxLength: 60 })) }),
  reply: pageOf(PushSummary),
})

export const getPush = defineRoute({
  method: 'GET',
  path: '/api/pushes/:pushId',
  access,
  tag,
  summary: 'One with what it says and all that was done with it. Errors: PUSH_NOT_FOUND.',
  params,
  reply,
})

export const listPushChoices = defineRoute({
  method: 'GET',
  path: '/api/pushes/choices',
  access,
  tag,
  summary: 'The offices one may reach, and the tags their taxpayers have.',
  reply: PushChoices,
})

export const previewPush = defineRoute({
  method: 'POST',
  path: '/api/pushes/preview',
  access,
  tag,
  summary: 'How many a push to that audience would reach now, and some of them, masked. Errors: PUSH_INVALID (an office out of reach).',
  body: Type.Object({ audience: PushAudience }),
  reply: PushPreview,
})

export const savePush = defineRoute({
  method: 'PUT',
  path: '/api/pushes/:pushId',
  access,
  tag,
  summary:
    'Writes a draft; `lock` 0: a new one, and the same again changes nothing. Errors: PUSH_INVALID, PUSH_STATE_WRONG, PUSH_CHANGED_MEANWHILE, PUSH_NOT_FOUND, MESSAGE_BLOCKED.',
  params,
  body: Type.Object({ content: PushContent, lock }),
  reply,
})

export const sendPush = defineRoute({
  method: 'POST',
  path: '/api/pushes/:pushId/send',
  access,
  tag,
  summary:
    'Sends it now (`at` null) or at that time. Errors: PUSH_NOT_FOUND, PUSH_INVALID (nobody to send to; a time gone by), PUSH_STATE_WRONG, PUSH_CHANGED_MEANWHILE.',
  params,
  body: Type.Object({ lock, at: Type.Union([Type.Integer(), Type.Null()]) }),
  reply,
})

export const revisePush = defineRoute({
  method: 'POST',
  path: '/api/pushes/:pushId/revise',
  access,
  tag,
  summary: 'Makes a draft again of one that waits for its time. Errors: PUSH_NOT_FOUND, PUSH_STATE_WRONG, PUSH_CHANGED_MEANWHILE.',
  params,
  body: Type.Object({ lock }),
  reply,
})

export const cancelPush = defineRoute({
  method: 'POST',
  path: '/api/pushes/:pushId/cancel',
  access,
  tag,
  summary: 'It will never be sent. Errors: PUSH_NOT_FOUND, PUSH_STATE_WRONG, PUSH_CHANGED_MEANWHILE.',
  params,
  body: Type.Object({ lock }),
  reply,
})

export const withdrawPush = defineRoute({
  method: 'POST',
  path: '/api/pushes/:pushId/withdraw',
  access,
  tag,
  summary:
    'Takes it back from everybody who has it, and stops it where it is still going out. Errors: PUSH_NOT_FOUND, PUSH_INVALID (no reason), PUSH_STATE_WRONG.',
  params,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: limits.pushReasonMaxLength }) }),
  reply,
})
