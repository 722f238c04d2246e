// Every route there is, by name; the server implements exactly these.
import * as conversations from './conversations.ts'
import * as knowledge from './knowledge.ts'
import * as notices from './notices.ts'
import * as queue from './queue.ts'
import * as sessions from './sessions.ts'
import * as votes from './votes.ts'

export const routes = { ...sessions, ...conversations, ...queue, ...knowledge, ...votes, ...notices }
export type RouteName = keyof typeof routes
