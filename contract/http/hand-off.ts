import { Type } from 'typebox'
import { HandOffPack } from '../domain/hand-off.ts'
import { ConversationId } from '../ids.ts'
import { defineRoute } from './route.ts'

export const getHandOff = defineRoute({
  method: 'GET',
  path: '/api/conversations/:conversationId/hand-off',
  access: ['taxpayer', 'agent', 'supervisor'],
  tag: 'conversations',
  summary:
    'What goes to the agent with a hand-over: to the taxpayer their own, to the agent who serves, to supervisors of the office. Errors: CONVERSATION_NOT_FOUND.',
  params: Type.Object({ conversationId: ConversationId }),
  reply: Type.Object({ pack: HandOffPack }),
})
