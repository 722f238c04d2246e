// What is being said about an answer and not given yet. Kept by the question: an answer made with no line gives way to the
// server's, and what was typed under the one is there under the other. The vote itself is in the message, as the host has it.
import type { Vote, VoteReason } from '@zhengna/contract/domain/vote.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'

export interface Feedback {
  /** 意见反馈 is unfolded. */
  readonly isOpen: boolean
  readonly reason: VoteReason | null
  readonly remark: string
  readonly isBusy: boolean
  /** Given at this window just now. */
  readonly isGiven: boolean
  /** Why it could not be given. */
  readonly failure: Failure | null
}

const nothingSaid: Feedback = { isOpen: false, reason: null, remark: '', isBusy: false, isGiven: false, failure: null }

export const useVotesStore = defineStore('votes', () => {
  const host = useHost()
  const said = shallowRef<ReadonlyMap<MessageId, Feedback>>(new Map())

  const feedbackOn = (questionId: MessageId): Feedback => said.value.get(questionId) ?? nothingSaid

  function change(questionId: MessageId, part: Partial<Feedback>): void {
    said.value = new Map(said.value).set(questionId, { ...feedbackOn(questionId), ...part })
  }

  async function give(questionId: MessageId, messageId: MessageId, vote: Vote): Promise<void> {
    const { isBusy, remark } = feedbackOn(questionId)
    if (isBusy) return
    change(questionId, { isBusy: true, failure: null })
    const given = await host.request('chat.vote', { messageId, ...vote, remark: vote.isUseful ? '' : remark.trim() })
    if (given.ok) change(questionId, { ...nothingSaid, isGiven: true })
    else change(questionId, { isBusy: false, failure: given.error })
  }

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    said.value = new Map()
  }

  return { feedbackOn, change, give, reset }
})
