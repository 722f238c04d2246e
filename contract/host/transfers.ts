// 转接 between agents. What stands is part of the desk's view (`desk.changed`).
import type { Conversation } from '../domain/conversation.ts'
import { askTransfer, cancelTransfer, declineTransfer, listTransferTargets } from '../http/transfers.ts'
import { Type } from 'typebox'
import { TransferId } from '../ids.ts'
import { request } from './channel.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const transferRequests = {
  'transfers.targets': relay(listTransferTargets, console),
  'transfers.ask': relay(askTransfer, console),
  /** The conversation is on this machine when the answer comes. */
  'transfers.accept': request<Conversation>()(Type.Object({ transferId: TransferId }), console),
  'transfers.decline': relay(declineTransfer, console),
  'transfers.cancel': relay(cancelTransfer, console),
}
