// 账号 at the console, for administrators; one's own password, for every officer. Online only.
import * as accounts from '../http/accounts.ts'
import { changePassword } from '../http/sessions.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const accountRequests = {
  'accounts.list': relay(accounts.listAccounts, console),
  'accounts.choices': relay(accounts.listAccountChoices, console),
  'accounts.create': relay(accounts.createAccount, console),
  'accounts.save': relay(accounts.saveAccount, console),
  'accounts.setDisabled': relay(accounts.setAccountDisabled, console),
  'accounts.resetPassword': relay(accounts.resetPassword, console),
  'accounts.changePassword': relay(changePassword, console),
  'accounts.unlock': relay(accounts.unlockAccount, console),
}
