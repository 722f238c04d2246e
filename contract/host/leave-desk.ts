// 留言 at the console: the office's inbox. Online only: what two agents do has one truth, and it is the server's.
import * as leaveMessages from '../http/leave-messages.ts'
import * as offices from '../http/offices.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const leaveDeskRequests = {
  'inbox.list': relay(leaveMessages.listDeskLeaveMessages, console),
  'inbox.get': relay(leaveMessages.getDeskLeaveMessage, console),
  'inbox.take': relay(leaveMessages.takeLeaveMessage, console),
  'inbox.release': relay(leaveMessages.releaseLeaveMessage, console),
  'inbox.reply': relay(leaveMessages.replyToLeaveMessage, console),
  'inbox.askBack': relay(leaveMessages.askBackAboutLeaveMessage, console),
  'inbox.note': relay(leaveMessages.noteOnLeaveMessage, console),
  'inbox.move': relay(leaveMessages.moveLeaveMessage, console),
  'inbox.convert': relay(leaveMessages.convertLeaveMessage, console),
  'inbox.offices': relay(offices.listOffices, console),
}
