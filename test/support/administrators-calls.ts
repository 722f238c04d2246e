// A call of every route of 系统管理, right by its form, that changes nothing.
import { defaultSettingValues, type SettingName } from '@zhengna/contract/domain/setting.ts'

const name: SettingName = 'answering.rounds-without-hit'

export const administratorsCalls = {
  listSettings: () => ({}),
  changeSetting: () => ({ params: { name }, body: { value: defaultSettingValues[name] } }),
  listSms: () => ({ query: { state: 'held', phone: '138' } }),
  resendSms: () => ({ params: { smsId: '1' } }),
  markSmsSent: () => ({ params: { smsId: '1' } }),
}
