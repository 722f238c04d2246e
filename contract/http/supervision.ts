// 监控: for supervisors, of their own office.
import { Type } from 'typebox'
import { Conversation } from '../domain/conversation.ts'
import { InterventionReason, LiveTalk, Whisper, WhisperText } from '../domain/live-talk.ts'
import { LiveWall } from '../domain/live-wall.ts'
import { ConversationId } from '../ids.ts'
import { defineRoute } from './route.ts'

const access = ['supervisor'] as const
const tag = 'supervision'
const params = Type.Object({ conversationId: ConversationId })

export const getWall = defineRoute({
  method: 'GET',
  path: '/api/supervision/wall',
  access,
  tag,
  summary: 'How one’s office stands now and how today went, by the official yardsticks.',
  reply: LiveWall,
})

export const listLiveTalks = defineRoute({
  method: 'GET',
  path: '/api/supervision/talks',
  access,
  tag,
  summary: 'The conversations that agents of one’s office serve now, whoever waits longest for a reply first.',
  reply: Type.Object({ talks: Type.Array(LiveTalk) }),
})

export const watchTalk = defineRoute({
  method: 'POST',
  path: '/api/supervision/talks/:conversationId/watch',
  access,
  tag,
  summary:
    '查看: written to the audit log; neither side is told. What is said is read by `listMessages`. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG.',
  params,
  reply: Type.Object({ talk: LiveTalk }),
})

export const whisper = defineRoute({
  method: 'POST',
  path: '/api/supervision/talks/:conversationId/whispers',
  access,
  tag,
  summary: '耳语: to whoever serves, to nobody else. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG.',
  params,
  body: Type.Object({ text: WhisperText }),
  reply: Type.Object({ whisper: Whisper }),
})

export const listWhispers = defineRoute({
  method: 'GET',
  path: '/api/conversations/:conversationId/whispers',
  access: ['agent', 'supervisor'],
  tag,
  summary:
    'What supervisors whispered, oldest first: to whoever serves or served it, and to supervisors of the office. Errors: CONVERSATION_NOT_FOUND.',
  params,
  reply: Type.Object({ whispers: Type.Array(Whisper) }),
})

export const endTalk = defineRoute({
  method: 'POST',
  path: '/api/supervision/talks/:conversationId/end',
  access,
  tag,
  summary:
    '结束 of a conversation that an agent serves: the reason is whispered to them and written to the audit log. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG.',
  params,
  body: Type.Object({ reason: InterventionReason }),
  reply: Type.Object({ conversation: Conversation }),
})

export const takeOverTalk = defineRoute({
  method: 'POST',
  path: '/api/supervision/talks/:conversationId/take-over',
  access,
  tag,
  summary:
    '接管: one serves from now on, in place of the agent; a transfer that was asked for is over. Both sides are told. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG (one’s own too), AGENT_AT_CAPACITY, TAKE_OVER_WITHOUT_NUMBER.',
  params,
  reply: Type.Object({ conversation: Conversation }),
})
