// 处置方式: what is done about each category, and a trial of all of it.
import type { CategoryPolicy, GuardTrial } from '@zhengna/contract/domain/guard-desk.ts'
import {
  sensitiveCategories,
  sensitiveCategoryLabels,
  type GuardAction,
  type GuardDirection,
  type SensitiveCategory,
} from '@zhengna/contract/domain/sensitive-word.ts'
import { recordAudit } from '../audit/index.ts'
import { findPeople } from '../people/index.ts'
import { changeGuard, type Admin, type GuardParts } from './guard-parts.ts'
import { actionInWords } from './in-words.ts'
import { selectPolicy } from './policy.store.ts'

export interface PolicyDesk {
  list(): Promise<CategoryPolicy[]>
  save(admin: Admin, category: SensitiveCategory, action: GuardAction, replacement: string): Promise<CategoryPolicy>
  /** Stores and counts nothing. */
  try(text: string, direction: GuardDirection): GuardTrial
}

export function createPolicyDesk(parts: GuardParts): PolicyDesk {
  const { database, clock, holder } = parts
  const list = async (): Promise<CategoryPolicy[]> => {
    const policy = await selectPolicy(database.reader)
    const rows = await database.reader.selectFrom('guard_policies').selectAll().execute()
    const people = await findPeople(database.reader, [...new Set(rows.map(({ changed_by }) => changed_by))])
    return sensitiveCategories.map((category) => {
      const row = rows.find((one) => one.category === category)
      return {
        category,
        action: policy.actions[category],
        replacement: policy.replacements[category],
        changedBy: row ? (people.find(({ id }) => id === row.changed_by)?.name ?? row.changed_by) : null,
        changedAt: row?.changed_at ?? null,
      }
    })
  }

  return {
    list,
    async save({ personId }, category, action, replacement) {
      // Kept only where it means something.
      const text = { action, replacement: action === 'replace' ? replacement.trim() : '', changed_by: personId, changed_at: clock.now() }
      await changeGuard(parts, async (trx) => {
        const { actions, replacements } = await selectPolicy(trx)
        await trx
          .insertInto('guard_policies')
          .values({ category, ...text })
          .onConflict((conflict) => conflict.column('category').doUpdateSet(text))
          .execute()
        await recordAudit(trx, {
          at: text.changed_at,
          kind: 'guard-policy',
          by: personId,
          subject: sensitiveCategoryLabels[category],
          before: actionInWords(actions[category], replacements[category]),
          after: actionInWords(action, text.replacement),
        })
      })
      const saved = (await list()).find((one) => one.category === category)
      if (!saved) throw new Error(`policy: ${category} is no category`)
      return saved
    },
    try(text, direction) {
      const { decision, text: changed, hits } = holder.guard().check(text, direction)
      const isStored = decision === 'pass' || decision === 'changed'
      return { decision, stored: isStored ? changed : null, hits: hits.map((hit) => ({ ...hit, word: holder.labelOf(hit.wordId) })) }
    },
  }
}
