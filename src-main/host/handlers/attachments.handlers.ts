import type { attachmentRequests } from '@zhengna/contract/host/attachments.ts'
import { ok } from '@zhengna/contract/result.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

export function attachmentHandlers(context: HostContext): HandlersOf<typeof attachmentRequests> {
  return {
    'attachments.list': ({ formKey }) => withScope(context, async ({ attachments }) => ok(await attachments.list(formKey))),
    'attachments.add': (piece) => withScope(context, ({ attachments }) => attachments.add(piece)),
    'attachments.upload': ({ formKey }) => withScope(context, async ({ attachments }) => ok(await attachments.upload(formKey))),
    'attachments.cancel': ({ attachmentId }) => withScope(context, ({ attachments }) => attachments.cancel(attachmentId)),
    'attachments.retry': ({ attachmentId }) => withScope(context, ({ attachments }) => attachments.retry(attachmentId)),
    'attachments.remove': ({ attachmentId }) => withScope(context, ({ attachments }) => attachments.remove(attachmentId)),
    'attachments.submitted': ({ formKey }) => withScope(context, async ({ attachments }) => ok(await attachments.submitted(formKey))),
    'attachments.discard': ({ formKey }) => withScope(context, async ({ attachments }) => ok(await attachments.discard(formKey))),
    'attachments.fetch': ({ attachment }) => withScope(context, ({ attachments }) => attachments.fetched.fetch(attachment)),
    'attachments.fetchPicture': ({ attachment }) => withScope(context, ({ attachments }) => attachments.fetched.fetchPicture(attachment)),
  }
}
