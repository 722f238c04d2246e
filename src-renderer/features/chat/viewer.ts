// Who looks at the stream. One's own side stands on the right; the bot speaks for the office.
import type { Author } from '@zhengna/contract/domain/message.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'

export type Viewer = 'taxpayer' | 'agent'

/** Said or done by the one who looks: news to nobody at this window. */
export function isOwnDoing({ author, body }: LocalMessage, viewer: Viewer): boolean {
  if (isOwn(author, viewer)) return true
  if (body.kind !== 'event') return false
  const { event } = body
  return event.type === 'ended'
    ? event.by === viewer
    : viewer === 'taxpayer' &&
        (event.type === 'queued' || event.type === 'queue-cancelled' || (event.type === 'call-unanswered' && event.isDeferred))
}

export const isOwn = (author: Author, viewer: Viewer): boolean => author === viewer
