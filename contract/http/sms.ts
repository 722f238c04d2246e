import { Type } from 'typebox'
import { SmsMessage, SmsState } from '../domain/sms.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

export const listSms = defineRoute({
  method: 'GET',
  path: '/api/sms',
  access: ['admin'],
  tag: 'sms',
  summary: '短信发件箱, newest first. `phone`: in part. `hasGateway` false: all are to be sent by hand.',
  query: Type.Object({ ...paging, state: Type.Optional(SmsState), phone: Type.Optional(Type.String({ maxLength: 20 })) }),
  reply: Type.Object({ ...pageOf(SmsMessage).properties, hasGateway: Type.Boolean() }),
})

const params = Type.Object({ smsId: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
const reply = Type.Object({ sms: SmsMessage })

export const resendSms = defineRoute({
  method: 'POST',
  path: '/api/sms/:smsId/resend',
  access: ['admin'],
  tag: 'sms',
  summary: 'Sends one again that is held or failed. Errors: SMS_NOT_FOUND, SMS_NO_GATEWAY, SMS_STATE_WRONG.',
  params,
  reply,
})

export const markSmsSent = defineRoute({
  method: 'POST',
  path: '/api/sms/:smsId/sent',
  access: ['admin'],
  tag: 'sms',
  summary: 'Somebody sent it by hand. Errors: SMS_NOT_FOUND, SMS_STATE_WRONG.',
  params,
  reply,
})
