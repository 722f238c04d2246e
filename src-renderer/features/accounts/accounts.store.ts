// 账号: one page of what the server has, as it is filtered, and what is done with one.
import type { Account, AccountChoices, AccountFields, AccountState, OfficerRole } from '@zhengna/contract/domain/account.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'
import { createFilteredPage, narrowing } from '../../ui/index.ts'

export interface AccountLook {
  readonly text: string
  readonly role: OfficerRole | ''
  readonly officeId: string
  readonly skillGroup: string
  readonly state: AccountState | ''
}
const everybody: AccountLook = { text: '', role: '', officeId: '', skillGroup: '', state: '' }

export interface GivenPassword {
  readonly account: Account
  readonly password: string
}

export const accountsPerPage = 20

export const useAccountsStore = defineStore('accounts', () => {
  const host = useHost()
  const choices = shallowRef<AccountChoices>({ offices: [], skillGroups: [] })
  const page = createFilteredPage({
    everything: everybody,
    size: accountsPerPage,
    ask: (filter, paging) => host.request('accounts.list', { query: { ...narrowing(filter), ...paging } as never }),
  })

  async function load(): Promise<void> {
    const [got] = await Promise.all([host.request('accounts.choices', {}), page.load()])
    if (got.ok) choices.value = got.value
  }
  /** The row as it is now; where the server says that it is another, all of them. */
  async function settle(changed: Result<{ readonly account: Account }>): Promise<Failure | null> {
    if (!changed.ok) {
      if (changed.error.code === 'ACCOUNT_CHANGED_MEANWHILE' || changed.error.code === 'ACCOUNT_NOT_FOUND') await page.load()
      return changed.error
    }
    const { account } = changed.value
    page.items.value = page.items.value.map((one) => (one.id === account.id ? account : one))
    return null
  }
  async function create(account: string, fields: AccountFields): Promise<Result<GivenPassword>> {
    const made = await host.request('accounts.create', { body: { ...fields, account } })
    if (made.ok) await page.load()
    return made
  }
  const save = async ({ id, revision }: Account, fields: AccountFields): Promise<Failure | null> =>
    settle(await host.request('accounts.save', { params: { personId: id }, body: { ...fields, revision } }))
  const setDisabled = async (personId: PersonId, isDisabled: boolean): Promise<Failure | null> =>
    settle(await host.request('accounts.setDisabled', { params: { personId }, body: { isDisabled } }))
  const unlock = async (personId: PersonId): Promise<Failure | null> =>
    settle(await host.request('accounts.unlock', { params: { personId } }))
  async function resetPassword(personId: PersonId): Promise<Result<GivenPassword>> {
    const reset = await host.request('accounts.resetPassword', { params: { personId } })
    await settle(reset)
    return reset
  }
  return { ...page, choices, load, create, save, setDisabled, unlock, resetPassword }
})
