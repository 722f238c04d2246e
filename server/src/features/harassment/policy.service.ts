// The rules as administrators keep them: versions, each with who changed what.
import {
  harassmentActionLabels,
  harassmentConditionLabels,
  ruleFaultLabels,
  rulesFault,
  type HarassmentRule,
} from '@zhengna/contract/domain/harassment.ts'
import type { HarassmentPolicy } from '@zhengna/contract/domain/harassment-desk.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findPeople } from '../people/index.ts'
import { createPolicyReader } from './policy.store.ts'

export interface PolicyDesk {
  get(): Promise<HarassmentPolicy>
  /** Errors: HARASSMENT_RULES_INVALID, HARASSMENT_RULES_CHANGED. */
  save(admin: Pick<Caller, 'personId'>, rules: readonly HarassmentRule[], revision: number): Promise<HarassmentPolicy>
}

const HISTORY_SHOWN = 50

export function createPolicyDesk({ database, clock }: { readonly database: Database; readonly clock: Clock }): PolicyDesk {
  const policyIn = createPolicyReader()
  const get = async (): Promise<HarassmentPolicy> => {
    const { revision, rules } = await policyIn(database.reader)
    const rows = await database.reader
      .selectFrom('harassment_policies')
      .select(['revision', 'changes', 'changed_by', 'changed_at'])
      .orderBy('revision', 'desc')
      .limit(HISTORY_SHOWN)
      .execute()
    const people = await findPeople(database.reader, [...new Set(rows.map(({ changed_by }) => changed_by))])
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return {
      revision,
      rules: [...rules],
      history: rows.map((row) => ({
        revision: row.revision,
        at: row.changed_at,
        by: names.get(row.changed_by) ?? row.changed_by,
        changes: JSON.parse(row.changes) as string[],
      })),
    }
  }

  return {
    get,
    async save({ personId }, rules, revision) {
      assertRules(rules)
      await database.write(async (trx) => {
        const before = await policyIn(trx)
        if (before.revision !== revision) throw new DomainError('HARASSMENT_RULES_CHANGED')
        const changes = changesBetween(before.rules, rules)
        const at = clock.now()
        const row = {
          revision: revision + 1,
          rules: JSON.stringify(rules),
          changes: JSON.stringify(changes),
          changed_by: personId,
          changed_at: at,
        }
        await trx.insertInto('harassment_policies').values(row).execute()
        await recordAudit(trx, { at, kind: 'harassment', by: personId, subject: `第 ${row.revision} 版规则`, after: changes.join('；') })
      })
      return get()
    },
  }
}

/** Errors: HARASSMENT_RULES_INVALID. */
export function assertRules(rules: readonly HarassmentRule[]): void {
  const found = rulesFault(rules)
  if (found) throw new DomainError('HARASSMENT_RULES_INVALID', { line: found.index + 1, reason: ruleFaultLabels[found.fault] })
}

const asLine = ({ condition, count, windowSeconds, action, durationSeconds, isEnabled }: HarassmentRule): string =>
  [
    `${harassmentConditionLabels[condition]}：${windowSeconds} 秒内 ${count} 次，${harassmentActionLabels[action]}`,
    ...(durationSeconds > 0 ? [`${durationSeconds} 秒`] : []),
    isEnabled ? '启用' : '停用',
  ].join('，')

function changesBetween(before: readonly HarassmentRule[], after: readonly HarassmentRule[]): string[] {
  const old = new Map(before.map((rule) => [rule.id, rule]))
  const changes: string[] = []
  for (const rule of after) {
    const was = old.get(rule.id)
    if (!was) changes.push(`新增：${asLine(rule)}`)
    else if (asLine(was) !== asLine(rule)) changes.push(`修改：${asLine(was)} → ${asLine(rule)}`)
  }
  for (const rule of before) if (!after.some(({ id }) => id === rule.id)) changes.push(`删除：${asLine(rule)}`)
  const kept = (rules: readonly HarassmentRule[], others: readonly HarassmentRule[]): string =>
    rules.flatMap(({ id }) => (others.some((other) => other.id === id) ? id : [])).join()
  if (kept(before, after) !== kept(after, before)) changes.push('调整了规则的先后')
  return changes
}
