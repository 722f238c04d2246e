import { Type } from 'typebox'
import { Conversation } from '../domain/conversation.ts'
import { Transfer, TransferNote, TransferReason, TransferTarget, TransferTargets } from '../domain/transfer.ts'
import { ConversationId, TransferId } from '../ids.ts'
import { defineRoute } from './route.ts'

const ofConversation = Type.Object({ conversationId: ConversationId })
const ofTransfer = Type.Object({ transferId: TransferId })

export const listTransferTargets = defineRoute({
  method: 'GET',
  path: '/api/conversations/:conversationId/transfer-targets',
  access: ['agent'],
  tag: 'transfers',
  summary:
    'Where one’s own live conversation may go: colleagues of the office who are connected, and skill groups. Errors: CONVERSATION_NOT_FOUND.',
  params: ofConversation,
  reply: TransferTargets,
})

export const askTransfer = defineRoute({
  method: 'POST',
  path: '/api/conversations/:conversationId/transfers',
  access: ['agent'],
  tag: 'transfers',
  summary:
    '转接: one’s own live conversation, to an agent of the office or a skill group; one keeps it until somebody accepts. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG, TRANSFER_UNDER_WAY, TRANSFER_AGENT_NOT_FREE, TRANSFER_NOBODY_FREE.',
  params: ofConversation,
  body: Type.Object({ to: TransferTarget, note: TransferNote }),
  reply: Type.Object({ transfer: Transfer }),
})

export const acceptTransfer = defineRoute({
  method: 'POST',
  path: '/api/transfers/:transferId/acceptance',
  access: ['agent'],
  tag: 'transfers',
  summary: '接受: whoever is asked serves from now on. Errors: TRANSFER_GONE, AGENT_NOT_AVAILABLE, AGENT_AT_CAPACITY.',
  params: ofTransfer,
  reply: Type.Object({ conversation: Conversation }),
})

export const declineTransfer = defineRoute({
  method: 'POST',
  path: '/api/transfers/:transferId/refusal',
  access: ['agent'],
  tag: 'transfers',
  summary: '拒绝: the sender is told why, or the next of the group is asked. Errors: TRANSFER_GONE.',
  params: ofTransfer,
  body: Type.Object({ reason: TransferReason }),
  reply: Type.Object({}),
})

export const cancelTransfer = defineRoute({
  method: 'DELETE',
  path: '/api/transfers/:transferId',
  access: ['agent'],
  tag: 'transfers',
  summary: '取消转接, by its sender. Errors: TRANSFER_GONE.',
  params: ofTransfer,
  reply: Type.Object({}),
})
