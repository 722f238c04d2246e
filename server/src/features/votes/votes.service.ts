// 有用 / 无用: one vote an answer, by the taxpayer who got it. Editors hear of it through the bus.
import { cleanRemark, type MessageBody } from '@zhengna/contract/domain/message.ts'
import { isWhole, takesVote, type Vote, type VotedAnswer } from '@zhengna/contract/domain/vote.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus, GivenVote } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Reader, Writer } from '../../platform/database/database.ts'
import { findConversation, findMessage, toMessage, type ConversationRow, type TextGuard } from '../conversations/index.ts'
import { insertVote, selectVotes } from './votes.store.ts'

export interface Votes {
  /** Errors: REQUEST_INVALID (a reason too many, or none), ANSWER_NOT_FOUND, VOTE_ALREADY_GIVEN. */
  give(caller: Caller, messageId: MessageId, vote: Vote, remark: string): Promise<Vote>
  /** All votes on answers of these conversations. */
  in(conversationIds: readonly ConversationId[]): Promise<VotedAnswer[]>
}

export interface VoteParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly guard: Pick<TextGuard, 'remark'>
  /** An answer was of no use, and so were this many of its conversation. */
  readonly onUseless: (
    within: { readonly trx: Writer; readonly after: AfterCommit; readonly now: number },
    conversation: ConversationRow,
    uselessVotes: number,
  ) => Promise<void>
}

export function createVotes({ database, bus, clock, guard, onUseless }: VoteParts): Votes {
  return {
    async give(caller, messageId, vote, remark) {
      if (!isWhole(vote)) throw new DomainError('REQUEST_INVALID', { reason: 'reason' })
      return database.write(async (trx, after) => {
        const { conversation, answer } = await ownAnswer(trx, caller, messageId)
        const at = clock.now()
        const said = { text: cleanRemark(remark), personId: caller.personId, conversationId: conversation.id, at }
        const given: GivenVote = {
          messageId,
          questionId: answer.replyTo,
          conversationId: conversation.id,
          taxpayerId: conversation.taxpayer_id,
          agentId: conversation.agent_id,
          articleId: answer.answer.papers?.articleId ?? null,
          version: answer.answer.papers?.version ?? null,
          vote,
          remark: await guard.remark(trx, said),
          at,
        }
        if (!(await insertVote(trx, given))) throw new DomainError('VOTE_ALREADY_GIVEN')
        after(() => bus.publish('vote.given', given))
        if (!vote.isUseful) {
          const votes = await selectVotes(trx, [conversation.id])
          await onUseless({ trx, after, now: at }, conversation, votes.filter((one) => !one.vote.isUseful).length)
        }
        return vote
      })
    },
    in: (conversationIds) => selectVotes(database.reader, conversationIds),
  }
}

type AnswerBody = Extract<MessageBody, { kind: 'answer' }>

/** Somebody else's answer does not exist, as far as the caller can tell; what takes no vote is no answer. */
async function ownAnswer(db: Reader, caller: Caller, id: MessageId): Promise<{ conversation: ConversationRow; answer: AnswerBody }> {
  const row = await findMessage(db, id)
  const conversation = row && (await findConversation(db, row.conversation_id))
  if (!row || conversation?.taxpayer_id !== caller.personId) throw new DomainError('ANSWER_NOT_FOUND')
  const { body } = toMessage(row)
  if (body.kind !== 'answer' || !takesVote(body)) throw new DomainError('ANSWER_NOT_FOUND')
  return { conversation, answer: body }
}
