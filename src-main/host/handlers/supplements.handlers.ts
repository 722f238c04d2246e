// What a taxpayer writes under a record of theirs, kept until it was taken; those who take it let it go.
import { writtenKey } from '@zhengna/contract/host/desk.ts'
import type { recordRequests } from '@zhengna/contract/host/records.ts'
import { ok } from '@zhengna/contract/result.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

type Handled = Extract<keyof typeof recordRequests, `records.${string}upplementDraft`>

export function supplementHandlers(context: HostContext): Pick<HandlersOf<typeof recordRequests>, Handled> {
  return {
    'records.supplementDraft': ({ page, recordId }) =>
      withScope(context, async ({ cache }) => ok({ text: await cache.draft(writtenKey(page, recordId, 'supplement')) })),
    'records.saveSupplementDraft': ({ page, recordId, text }) =>
      withScope(context, async ({ cache }) => {
        await cache.saveDraft(writtenKey(page, recordId, 'supplement'), text, Date.now())
        return ok(null)
      }),
  }
}
