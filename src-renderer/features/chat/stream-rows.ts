// A stream's messages as rows: where a new day begins, who goes on speaking, where a conversation ends.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { isSameDay } from '../../ui/index.ts'

export interface StreamRow {
  readonly message: LocalMessage
  readonly startsDay: boolean
  /** The author just spoke: the name is not said again. */
  readonly isFollowing: boolean
  /** Set on the last stored message of a conversation. */
  readonly closes: ConversationId | null
}

const sameBreathMs = 3 * 60_000

/** That a message was taken back is said where it stood. */
const isSaidElsewhere = ({ body }: LocalMessage): boolean => body.kind === 'event' && body.event.type === 'retracted'

export function streamRows(stored: readonly LocalMessage[]): readonly StreamRow[] {
  const messages = stored.filter((message) => !isSaidElsewhere(message))
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const after = messages[index + 1]
    const startsDay = !before || !isSameDay(before.at, message.at)
    const isFollowing =
      !startsDay &&
      before.author === message.author &&
      before.body.kind === 'text' &&
      message.body.kind === 'text' &&
      message.at - before.at < sameBreathMs
    const isLast = message.seq !== null && ((after?.seq ?? null) === null || after?.conversationId !== message.conversationId)
    return { message, startsDay, isFollowing, closes: isLast ? message.conversationId : null }
  })
}
