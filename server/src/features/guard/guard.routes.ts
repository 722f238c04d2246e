import * as contract from '@zhengna/contract/http/guard.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { GuardParts } from './guard-parts.ts'
import { createPolicyDesk } from './policy.service.ts'
import { importText } from './word-import.service.ts'
import { createWordsDesk } from './words.service.ts'

export function registerGuardRoutes(implement: Implement, parts: GuardParts): void {
  const words = createWordsDesk(parts)
  const policy = createPolicyDesk(parts)
  implement(contract.listGuardWords, ({ query }) => words.list(query))
  implement(contract.addGuardWord, async ({ caller, body }) => ({ word: await words.add(caller, body.content, body.isCertain) }))
  implement(contract.saveGuardWord, async ({ caller, params, body }) => ({
    word: await words.save(caller, params.wordId, body.content, body.isCertain),
  }))
  implement(contract.removeGuardWord, async ({ caller, params }) => {
    await words.remove(caller, params.wordId)
    return {}
  })
  implement(contract.importGuardWords, ({ caller, body }) => importText(parts, caller, body))
  implement(contract.listGuardPolicy, async () => ({ policy: await policy.list() }))
  implement(contract.saveGuardPolicy, async ({ caller, params, body }) => ({
    policy: await policy.save(caller, params.category, body.action, body.replacement),
  }))
  implement(contract.tryGuard, ({ body }) => Promise.resolve(policy.try(body.text, body.direction)))
}
