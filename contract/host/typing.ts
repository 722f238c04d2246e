// Who is typing, for both sides: told and forgotten.
import { Type } from 'typebox'
import { ConversationId } from '../ids.ts'
import { limits } from '../limits.ts'
import { event, request } from './channel.ts'

export const typingRequests = {
  /** What stands in the input box; '' when it is empty again. Nothing happens where there is no line. `isShown`: whether the other side may see the text. */
  'typing.tell': request<{ readonly isShown: boolean }>()(
    Type.Object({
      conversationId: Type.Union([ConversationId, Type.Null()]),
      text: Type.String({ maxLength: limits.messageTextMaxLength * 2 }),
    }),
    ['taxpayer', 'console'],
  ),
}

export const typingEvents = {
  /** The other side types; `text` null: no more, '' : something that is not shown. */
  'typing.seen': event<{ readonly conversationId: ConversationId; readonly text: string | null }>(),
}
