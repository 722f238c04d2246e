// The rules as they are edited: what is changed stays here until it is saved, also when another saved meanwhile.
import { durationRanges, isRestraining, rulesFault, type HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import type { HarassmentPolicy, HarassmentTrial } from '@zhengna/contract/domain/harassment-desk.ts'
import type { HarassmentRuleId } from '@zhengna/contract/ids.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { computed, ref, shallowRef } from 'vue'
import { useHost } from '../../../host/index.ts'

export function useHarassmentRules() {
  const host = useHost()
  const policy = shallowRef<HarassmentPolicy | null>(null)
  const rules = ref<HarassmentRule[]>([])
  const failure = shallowRef<Failure | null>(null)
  const isDirty = computed(() => policy.value !== null && JSON.stringify(rules.value) !== JSON.stringify(policy.value.rules))
  const fault = computed(() => rulesFault(rules.value))
  const copyOf = (list: readonly HarassmentRule[]): HarassmentRule[] => list.map((rule) => ({ ...rule }))

  function take(next: HarassmentPolicy): void {
    policy.value = next
    rules.value = copyOf(next.rules)
  }
  async function load(): Promise<void> {
    const got = await host.request('harassment.policy', {})
    failure.value = got.ok ? null : got.error
    if (got.ok) take(got.value)
  }
  async function save(): Promise<Failure | null> {
    if (!policy.value) return null
    const saved = await host.request('harassment.save', { body: { rules: copyOf(rules.value), revision: policy.value.revision } })
    if (saved.ok) take(saved.value)
    return saved.ok ? null : saved.error
  }
  const attempt = (): Promise<Result<HarassmentTrial>> => host.request('harassment.try', { body: { rules: copyOf(rules.value) } })
  function undo(): void {
    if (policy.value) take(policy.value)
  }

  function move(index: number, by: -1 | 1): void {
    const [rule] = rules.value.splice(index, 1)
    if (rule) rules.value.splice(index + by, 0, rule)
  }
  const remove = (index: number): void => void rules.value.splice(index, 1)
  /** Switched off until it was tried. */
  function add(): void {
    const id = `rule-${crypto.randomUUID().slice(0, 8)}` as HarassmentRuleId
    rules.value.push({ id, condition: 'repetition', count: 6, windowSeconds: 180, action: 'warn', durationSeconds: 0, isEnabled: false })
  }
  /** An action that lasts has a duration at once, one that does not has none. */
  function settle(rule: HarassmentRule): void {
    if (!isRestraining(rule.action)) rule.durationSeconds = 0
    else {
      const { min, max } = durationRanges[rule.action]
      rule.durationSeconds = Math.min(max, Math.max(min, rule.durationSeconds))
    }
  }

  return { policy, rules, failure, isDirty, fault, load, save, attempt, undo, move, remove, add, settle }
}
