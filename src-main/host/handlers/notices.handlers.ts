import { failure } from '@zhengna/contract/errors.ts'
import type { noticeRequests } from '@zhengna/contract/host/notices.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

export function noticeHandlers(context: HostContext): HandlersOf<typeof noticeRequests> {
  return {
    'notices.open': () => withScope(context, async ({ notices }) => ok(await notices.view())),
    'notices.more': ({ kind, before }) => withScope(context, ({ notices }) => notices.more(kind, before)),
    'notices.search': (filter) => withScope(context, async ({ notices }) => ok(await notices.search(filter))),
    'notices.read': ({ noticeId }) =>
      withScope(context, async ({ notices }) => {
        const read = await notices.read(noticeId)
        return read ? ok(read) : fail(failure('NOTICE_NOT_FOUND'))
      }),
  }
}
