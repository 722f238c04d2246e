// 智能辅助查询: what a taxpayer may ask about themselves in the talk, and the place of the window where it is to be seen.
import { Type, type Static } from 'typebox'

/** Told apart by the engine; which of them can be looked up is the server's to know (features/own-records). */
export type OwnRecordKind = 'queue' | 'notices' | 'conversations' | 'filing' | 'appointments' | 'leave-messages' | 'work-orders'

/** notices: 我的消息; history: what was said before, in the stream; the others: their page of 个人中心. */
const answerPages = ['notices', 'history', 'leave-messages', 'appointments', 'work-orders'] as const
export const AnswerPage = Type.Unsafe<(typeof answerPages)[number]>(Type.Union(answerPages.map((page) => Type.Literal(page))))
export type AnswerPage = Static<typeof AnswerPage>
