// 处置方式: what administrators set of each category, over what the program sets.
import { defaultGuardPolicy, sensitiveCategories, type GuardPolicy } from '@zhengna/contract/domain/sensitive-word.ts'
import type { Reader } from '../../platform/database/database.ts'

export async function selectPolicy(db: Reader): Promise<GuardPolicy> {
  const actions = { ...defaultGuardPolicy.actions }
  const replacements = { ...defaultGuardPolicy.replacements }
  const rows = await db.selectFrom('guard_policies').select(['category', 'action', 'replacement']).execute()
  for (const { category, action, replacement } of rows) {
    // One that a newer program knew.
    if (!sensitiveCategories.includes(category)) continue
    actions[category] = action
    replacements[category] = replacement
  }
  return { actions, replacements }
}
