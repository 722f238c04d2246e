export { announce, beginAppending, type Appending } from './append.ts'
export { registerConversationRoutes } from './conversations.routes.ts'
export { createConversations, ensureOpenConversation, mayReach, type Conversations } from './conversations.service.ts'
export { endWithin, type EndingHooks } from './ending.ts'
export { GENERAL_GROUP } from './opening.ts'
export {
  findConversation,
  findMessage,
  findOpenConversation,
  lastServed,
  liveOfQuery,
  liveQuery,
  lastWordsOf,
  toConversation,
  toMessage,
  updateConversation,
  type ConversationRow,
} from './conversations.store.ts'
export { mayReadMessageFile } from './file-readers.ts'
export { createJournal, type Journal } from './journal.ts'
export type { Answered, AnswerLedger, Draft, Police, Recorder, Responder, Said, TextGuard } from './draft.ts'
