import * as contract from '@zhengna/contract/http/gaps.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Gaps } from './gaps.service.ts'

export function registerGapRoutes(implement: Implement, gaps: Gaps): void {
  implement(contract.listGaps, ({ query }) => gaps.list(query))
  implement(contract.exportGaps, async ({ query }) => {
    const { fileName, bytes } = await gaps.workbook(query)
    return { fileName, bytes: bytes.toString('base64') }
  })
  implement(contract.reopenGap, async ({ caller, params }) => {
    await gaps.reopen(caller, params.gapId)
    return {}
  })
  implement(contract.dismissGap, async ({ caller, params }) => {
    await gaps.dismiss(caller, params.gapId)
    return {}
  })
  const { draft } = gaps
  if (draft)
    implement(contract.draftFromGap, async ({ caller, params, body }) => ({ revision: await draft(caller, params.gapId, body.topicId) }))
}
