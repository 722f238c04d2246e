// A call of every route of 系统管理, right by its form, that changes nothing.
import { defaultSettingValues, type SettingName } from '@zhengna/contract/domain/setting.ts'

const name: SettingName = 'answering.rounds-without-hit'

export const administratorsCalls = {
  listSettings: () => ({}),
  changeSetting: () => ({ params: { name }, body: { value: defaultSettingValues[name] } }),
  listAudit: () => ({ query: { kind: 'sign-in', person: 'admin', text: '坐席端', from: '2026-01-01', to: '2026-12-31' } }),
  verifyAudit: () => ({}),
  listSms: () => ({ query: { state: 'held', phone: '138' } }),
  resendSms: () => ({ params: { smsId: '1' } }),
  markSmsSent: () => ({ params: { smsId: '1' } }),
}
