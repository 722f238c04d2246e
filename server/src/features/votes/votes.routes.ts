import { voteOnAnswer } from '@zhengna/contract/http/votes.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Votes } from './votes.service.ts'

export function registerVoteRoutes(implement: Implement, votes: Votes): void {
  implement(voteOnAnswer, async ({ caller, params, body: { remark, ...vote } }) => ({
    vote: await votes.give(caller, params.messageId, vote, remark),
  }))
}
