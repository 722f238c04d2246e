// What can be done with an account besides changing it, by its state.
import type { Account } from '@zhengna/contract/domain/account.ts'

export type AccountAction = 'reset' | 'unlock' | 'disable' | 'enable'

export function actionsOf({ state }: Pick<Account, 'state'>): AccountAction[] {
  if (state === 'disabled') return ['enable']
  return [...(state === 'locked' ? (['unlock'] as const) : []), 'reset', 'disable']
}
