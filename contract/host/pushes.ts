// 精准推送 at the console, for administrators and supervisors. Online only.
import * as pushes from '../http/pushes.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const pushRequests = {
  'pushes.list': relay(pushes.listPushes, console),
  'pushes.get': relay(pushes.getPush, console),
  'pushes.choices': relay(pushes.listPushChoices, console),
  'pushes.preview': relay(pushes.previewPush, console),
  'pushes.save': relay(pushes.savePush, console),
  'pushes.send': relay(pushes.sendPush, console),
  'pushes.revise': relay(pushes.revisePush, console),
  'pushes.cancel': relay(pushes.cancelPush, console),
  'pushes.withdraw': relay(pushes.withdrawPush, console),
}
