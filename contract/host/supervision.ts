// 监控 at the console. Online only.
import * as supervision from '../http/supervision.ts'
import { event } from './channel.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const supervisionRequests = {
  'supervision.wall': relay(supervision.getWall, console),
}

export const supervisionEvents = {
  /** Something at the office is other than it was: what is shown is asked for anew. Told at most once a second. */
  'supervision.changed': event<Record<string, never>>(),
}
