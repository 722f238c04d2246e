// 短信发件箱 at the console, for administrators. Online only.
import * as sms from '../http/sms.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const smsRequests = {
  'sms.list': relay(sms.listSms, console),
  'sms.resend': relay(sms.resendSms, console),
  'sms.markSent': relay(sms.markSmsSent, console),
}
