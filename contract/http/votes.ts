import { Type } from 'typebox'
import { Vote } from '../domain/vote.ts'
import { MessageId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

export const voteOnAnswer = defineRoute({
  method: 'POST',
  path: '/api/answers/:messageId/vote',
  access: ['taxpayer'],
  tag: 'votes',
  summary:
    '有用 / 无用 on an answer of the bot, once; 无用 with its reason. Errors: ANSWER_NOT_FOUND, VOTE_ALREADY_GIVEN, REQUEST_INVALID.',
  params: Type.Object({ messageId: MessageId }),
  body: Type.Object({ ...Vote.properties, remark: Type.String({ maxLength: limits.voteRemarkMaxLength }) }),
  reply: Type.Object({ vote: Vote }),
})
