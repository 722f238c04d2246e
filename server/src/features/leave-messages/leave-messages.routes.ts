import * as contract from '@zhengna/contract/http/leave-messages.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { LeaveMessageDesk } from './desk.service.ts'
import type { OwnLeaveMessages } from './own.service.ts'

/** All but `convertLeaveMessage`, which is the work orders'. */
export function registerLeaveMessageRoutes(implement: Implement, own: OwnLeaveMessages, desk: LeaveMessageDesk): void {
  implement(contract.leaveMessageForm, ({ caller }) => own.form(caller))
  implement(contract.submitLeaveMessage, async ({ caller, body }) => ({ leaveMessage: await own.submit(caller, body) }))
  implement(contract.listLeaveMessages, ({ caller, query }) => own.list(caller, query))
  implement(contract.getLeaveMessage, async ({ caller, params }) => ({ leaveMessage: await own.get(caller, params.leaveMessageId) }))
  implement(contract.supplementLeaveMessage, async ({ caller, params, body }) => ({
    leaveMessage: await own.supplement(caller, params.leaveMessageId, body),
  }))

  implement(contract.listDeskLeaveMessages, ({ caller, query }) => desk.list(caller, query))
  implement(contract.getDeskLeaveMessage, async ({ caller, params }) => ({ leaveMessage: await desk.get(caller, params.leaveMessageId) }))
  implement(contract.takeLeaveMessage, async ({ caller, params }) => ({ leaveMessage: await desk.take(caller, params.leaveMessageId) }))
  implement(contract.releaseLeaveMessage, async ({ caller, params }) => ({
    leaveMessage: await desk.release(caller, params.leaveMessageId),
  }))
  implement(contract.replyToLeaveMessage, async ({ caller, params, body }) => ({
    leaveMessage: await desk.reply(caller, params.leaveMessageId, body),
  }))
  implement(contract.askBackAboutLeaveMessage, async ({ caller, params, body }) => ({
    leaveMessage: await desk.askBack(caller, params.leaveMessageId, body),
  }))
  implement(contract.noteOnLeaveMessage, async ({ caller, params, body }) => ({
    leaveMessage: await desk.note(caller, params.leaveMessageId, body.text),
  }))
  implement(contract.moveLeaveMessage, async ({ caller, params, body }) => ({
    leaveMessage: await desk.move(caller, params.leaveMessageId, body.officeId, body.text),
  }))
}
