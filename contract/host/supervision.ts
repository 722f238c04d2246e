// 监控 at the console. Online only.
import type { Whisper } from '../domain/live-talk.ts'
import { listMessages } from '../http/conversations.ts'
import * as supervision from '../http/supervision.ts'
import { event } from './channel.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const supervisionRequests = {
  'supervision.wall': relay(supervision.getWall, console),
  'supervision.talks': relay(supervision.listLiveTalks, console),
  'supervision.watch': relay(supervision.watchTalk, console),
  /** What is said in a conversation that is watched: nothing of it is kept on this machine. */
  'supervision.messages': relay(listMessages, console),
  'supervision.whisper': relay(supervision.whisper, console),
  'supervision.whispers': relay(supervision.listWhispers, console),
  'supervision.takeOver': relay(supervision.takeOverTalk, console),
  'supervision.end': relay(supervision.endTalk, console),
}

export const supervisionEvents = {
  /** Something at the office is other than it was: what is shown is asked for anew. Told at most once a second. */
  'supervision.changed': event<Record<string, never>>(),
  /** A supervisor whispers to the agent who sits here. */
  'supervision.whispered': event<{ readonly whisper: Whisper }>(),
}
