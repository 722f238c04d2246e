// The rules in force: the newest version that was saved, or those of the program.
import { defaultHarassmentRules, type HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import type { Reader } from '../../platform/database/database.ts'

export interface PolicyInForce {
  /** 0: as the program brought them. */
  readonly revision: number
  readonly rules: readonly HarassmentRule[]
}

/** Asks for the newest version whenever it is called, and reads the rules only where it is another one. */
/** `own`: what is in force before any version was saved. */
export function createPolicyReader(own = defaultHarassmentRules): (db: Reader) => Promise<PolicyInForce> {
  let held: PolicyInForce = { revision: 0, rules: own }
  return async (db) => {
    const newest = await db.selectFrom('harassment_policies').select('revision').orderBy('revision', 'desc').limit(1).executeTakeFirst()
    const revision = newest?.revision ?? 0
    if (revision !== held.revision) held = revision === 0 ? { revision, rules: own } : await read(db, revision)
    return held
  }
}

async function read(db: Reader, revision: number): Promise<PolicyInForce> {
  const { rules } = await db.selectFrom('harassment_policies').select('rules').where('revision', '=', revision).executeTakeFirstOrThrow()
  return { revision, rules: JSON.parse(rules) as HarassmentRule[] }
}
