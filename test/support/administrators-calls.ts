// A call of every route of 系统管理, right by its form, that changes nothing.
import type { RouteName } from '@zhengna/contract/http/index.ts'
import { defaultSettingValues, type SettingName } from '@zhengna/contract/domain/setting.ts'

const name: SettingName = 'answering.rounds-without-hit'

/** Of an office that does not exist. */
const nobodysOffice = { name: '演示甲', role: 'editor', officeId: 'none', agent: null }
const newPassword = { password: 'not mine', newPassword: 'Zhengna@2027' }

/** What each route with a body takes. */
export const accountBodies: [RouteName, Record<string, unknown>][] = [
  ['createAccount', { ...nobodysOffice, account: 'zx.new' }],
  ['saveAccount', { ...nobodysOffice, revision: 0 }],
  ['setAccountDisabled', { isDisabled: true }],
  ['changePassword', newPassword],
  ['claimAccount', { account: 'nobody', edition: 'console', ...newPassword }],
]

export const administratorsCalls = {
  listSettings: () => ({}),
  changeSetting: () => ({ params: { name }, body: { value: defaultSettingValues[name] } }),
  listAudit: () => ({ query: { kind: 'sign-in', person: 'admin', text: '坐席端', from: '2026-01-01', to: '2026-12-31' } }),
  verifyAudit: () => ({}),
  listAccounts: () => ({ query: { text: 'zx', role: 'agent', officeId: 'demo-office-1', skillGroup: 'general', state: 'active' } }),
  listAccountChoices: () => ({}),
  createAccount: () => ({ body: { ...nobodysOffice, account: 'zx.new' } }),
  saveAccount: () => ({ params: { personId: 'none' }, body: { ...nobodysOffice, revision: 0 } }),
  setAccountDisabled: () => ({ params: { personId: 'none' }, body: { isDisabled: true } }),
  resetPassword: () => ({ params: { personId: 'none' } }),
  unlockAccount: () => ({ params: { personId: 'none' } }),
  changePassword: () => ({ body: newPassword }),
  listSms: () => ({ query: { state: 'held', phone: '138' } }),
  resendSms: () => ({ params: { smsId: '1' } }),
  markSmsSent: () => ({ params: { smsId: '1' } }),
}
