// 留言 at the console: the office's inbox. Online only: what two agents do has one truth, and it is the server's.
import * as leaveMessages from '../http/leave-messages.ts'
import * as offices from '../http/offices.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const leaveDeskRequests = {
  'leaveDesk.list': relay(leaveMessages.listDeskLeaveMessages, console),
  'leaveDesk.get': relay(leaveMessages.getDeskLeaveMessage, console),
  'leaveDesk.take': relay(leaveMessages.takeLeaveMessage, console),
  'leaveDesk.release': relay(leaveMessages.releaseLeaveMessage, console),
  'leaveDesk.reply': relay(leaveMessages.replyToLeaveMessage, console),
  'leaveDesk.askBack': relay(leaveMessages.askBackAboutLeaveMessage, console),
  'leaveDesk.note': relay(leaveMessages.noteOnLeaveMessage, console),
  'leaveDesk.move': relay(leaveMessages.moveLeaveMessage, console),
  'leaveDesk.convert': relay(leaveMessages.convertLeaveMessage, console),
  'leaveDesk.offices': relay(offices.listOffices, console),
}
