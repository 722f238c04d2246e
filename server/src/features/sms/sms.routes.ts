import * as contract from '@zhengna/contract/http/sms.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Sms } from './sms.service.ts'

export function registerSmsRoutes(implement: Implement, sms: Sms): void {
  implement(contract.listSms, ({ query: { page = 1, pageSize = 20, state, phone } }) =>
    sms.list({ state, phone, offset: (page - 1) * pageSize, limit: pageSize }),
  )
  implement(contract.resendSms, async ({ params }) => ({ sms: await sms.resend(params.smsId) }))
  implement(contract.markSmsSent, async ({ params }) => ({ sms: await sms.markSent(params.smsId) }))
}
