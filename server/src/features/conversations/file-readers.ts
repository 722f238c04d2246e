// Who may read a picture or file of a talk: whoever may read the talk, unless it was taken back; then supervisors alone.
import type { MessageId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Database } from '../../platform/database/database.ts'
import { mayReach } from './conversations.service.ts'
import { findConversation, findMessage } from './conversations.store.ts'

export const mayReadMessageFile =
  ({ reader }: Pick<Database, 'reader'>) =>
  async (caller: Caller, messageId: string): Promise<boolean> => {
    const message = await findMessage(reader, messageId as MessageId)
    const conversation = message && (await findConversation(reader, message.conversation_id))
    if (!conversation || !mayReach(caller, conversation)) return false
    return message.retracted_at === null || caller.role === 'supervisor'
  }
