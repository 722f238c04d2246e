// Every route there is, by name; the server implements exactly these.
import * as conversations from './conversations.ts'
import { dismissGap, listGaps } from './gaps.ts'
import * as knowledge from './knowledge.ts'
import * as queue from './queue.ts'
import * as sessions from './sessions.ts'
import * as trends from './trends.ts'

// draftFromGap joins them when there is a desk at which drafts are written.
export const routes = { ...sessions, ...conversations, ...queue, ...knowledge, ...trends, listGaps, dismissGap }
export type RouteName = keyof typeof routes
