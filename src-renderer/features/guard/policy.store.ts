// 处置方式 by category, as the server has it.
import type { CategoryPolicy } from '@zhengna/contract/domain/guard-desk.ts'
import type { GuardAction, SensitiveCategory } from '@zhengna/contract/domain/sensitive-word.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export const useGuardPolicyStore = defineStore('guard-policy', () => {
  const host = useHost()
  const policy = shallowRef<readonly CategoryPolicy[] | null>(null)
  const failure = shallowRef<Failure | null>(null)

  async function load(): Promise<void> {
    const listed = await host.request('guard.listPolicy', {})
    failure.value = listed.ok ? null : listed.error
    if (listed.ok) policy.value = listed.value.policy
  }

  async function save(category: SensitiveCategory, action: GuardAction, replacement: string): Promise<Failure | null> {
    const saved = await host.request('guard.savePolicy', { params: { category }, body: { action, replacement } })
    if (!saved.ok) return saved.error
    policy.value = policy.value?.map((one) => (one.category === category ? saved.value.policy : one)) ?? null
    return null
  }

  const actionOf = (category: SensitiveCategory): GuardAction | null =>
    policy.value?.find((one) => one.category === category)?.action ?? null

  return { policy, failure, load, save, actionOf }
})
