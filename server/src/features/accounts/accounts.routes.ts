import * as contract from '@zhengna/contract/http/accounts.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Accounts } from './accounts.service.ts'

export function registerAccountRoutes(implement: Implement, accounts: Accounts): void {
  implement(contract.listAccounts, ({ query: { page = 1, pageSize = 20, ...filter } }) =>
    accounts.list({ ...filter, offset: (page - 1) * pageSize, limit: pageSize }),
  )
  implement(contract.listAccountChoices, () => accounts.choices())
  implement(contract.createAccount, ({ caller, body: { account, ...fields } }) => accounts.create(caller, account, fields))
  implement(contract.saveAccount, async ({ caller, params, body: { revision, ...fields } }) => ({
    account: await accounts.save(caller, params.personId, fields, revision),
  }))
  implement(contract.setAccountDisabled, async ({ caller, params, body }) => ({
    account: await accounts.setDisabled(caller, params.personId, body.isDisabled),
  }))
  implement(contract.resetPassword, ({ caller, params }) => accounts.resetPassword(caller, params.personId))
  implement(contract.unlockAccount, async ({ caller, params }) => ({ account: await accounts.unlock(caller, params.personId) }))
}
