// 防骚扰 and 拦截记录 at the console. Online only.
import * as harassment from '../http/harassment.ts'
import * as interceptions from '../http/interceptions.ts'
import { event } from './channel.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const harassmentRequests = {
  'harassment.policy': relay(harassment.getHarassmentPolicy, console),
  'harassment.save': relay(harassment.saveHarassmentRules, console),
  'harassment.try': relay(harassment.tryHarassmentRules, console),
  'interceptions.list': relay(interceptions.listInterceptions, console),
  'interceptions.get': relay(interceptions.getInterception, console),
  'interceptions.lift': relay(interceptions.liftInterception, console),
  'interceptions.extend': relay(interceptions.extendInterception, console),
  'interceptions.report': relay(interceptions.reportHarassment, console),
}

export const harassmentEvents = {
  /** A new one, or another state of one: what is shown is asked for anew. */
  'interceptions.changed': event<Record<string, never>>(),
}
