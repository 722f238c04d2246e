import { questionKindLabels } from '@zhengna/contract/domain/article.ts'
import * as contract from '@zhengna/contract/http/test-bench.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { TestBench } from './test-bench.service.ts'

export function registerTestBenchRoutes(implement: Implement, bench: TestBench): void {
  implement(contract.askTestBench, async ({ body }) => {
    const { reply, text, concepts, kinds, elsewhere, top, inDomain, vague, thresholds, candidates, ms } = await bench.ask(body)
    const reading = {
      text,
      intent: reply.intent,
      concepts: concepts.map(({ id, names, isHeard }) => ({ id, name: names[0] ?? id, isHeard })),
      kinds: kinds.map((kind) => questionKindLabels[kind]),
      elsewhere,
    }
    return {
      answer: reply.answer,
      reading,
      top,
      inDomain,
      vague,
      thresholds,
      candidates: candidates.map((candidate) => ({ ...candidate, reasons: [...candidate.reasons] })),
      ms,
    }
  })
  implement(contract.runRegression, async ({ body, caller }) => {
    const { now, then, changes } = await bench.regression(caller.personId, body.articleIds)
    return { now, then, changes: changes.map((change) => ({ ...change, expected: change.expected && [...change.expected] })) }
  })
}
