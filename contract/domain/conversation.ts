// A conversation (会话): one stretch of talk. Starts with the bot, may go to an agent, ends once.
//
//            hand-over           take
//     bot ────────────▶ queued ────────▶ live
//      ▲                  │ ▲             │
//      └── cancel ────────┘ └─── drop ────┤
//      │                  │               │
//      └──────────── end ─┴───── end ─────┘──▶ ended
//
// drop: whoever served was gone for too long; to the front of the queue. keep-appointment: from bot or queued straight to live, with the agent whose invitation the taxpayer accepted.
//
// The server decides; windows use the same table to know which buttons to show.
import { Type, type Static } from 'typebox'
import { ConversationId, OfficeId, PersonId, SkillGroupId } from '../ids.ts'

export const stages = ['bot', 'queued', 'live', 'ended'] as const
export type Stage = (typeof stages)[number]
export const Stage = Type.Unsafe<Stage>(Type.Union(stages.map((s) => Type.Literal(s))))

export const conversationEvents = ['hand-over', 'cancel-queue', 'take', 'keep-appointment', 'drop', 'end'] as const
export type ConversationEvent = (typeof conversationEvents)[number]

const table: Record<Stage, Partial<Record<ConversationEvent, Stage>>> = {
  bot: { 'hand-over': 'queued', 'keep-appointment': 'live', end: 'ended' },
  queued: { 'cancel-queue': 'bot', take: 'live', 'keep-appointment': 'live', end: 'ended' },
  live: { drop: 'queued', end: 'ended' },
  ended: {},
}

/** The next stage, or null where the event does not apply. */
export function nextStage(stage: Stage, event: ConversationEvent): Stage | null {
  return table[stage][event] ?? null
}

export const canDo = (stage: Stage, event: ConversationEvent): boolean => nextStage(stage, event) !== null

/** 【结束会话】. Closing the window ends it all the same. */
export const mayEndByButton = ({ stage, isTransferring }: Pick<Conversation, 'stage' | 'isTransferring'>): boolean =>
  canDo(stage, 'end') && !isTransferring

/** The bot answers until an agent connects, also while the taxpayer waits. */
export const botAnswers = (stage: Stage): boolean => stage === 'bot' || stage === 'queued'

export const enders = ['taxpayer', 'agent', 'system'] as const
export type Ender = (typeof enders)[number]

/** Why a person was asked for: shown to the agent as 进线原因. */
export const handOverReasons = ['button', 'phrase', 'no-answer', 'rounds', 'emotion', 'unsolved'] as const
export type HandOverReason = (typeof handOverReasons)[number]
export const HandOverReason = Type.Unsafe<HandOverReason>(Type.Union(handOverReasons.map((r) => Type.Literal(r))))
export const handOverReasonLabels: Record<HandOverReason, string> = {
  button: '点击人工服务',
  phrase: '要求转人工',
  'no-answer': '智能应答无答案',
  rounds: '多轮未解决',
  emotion: '情绪激动',
  unsolved: '反馈未解决',
}

/** Why somebody waits: what a person was asked for, or that whoever served them is gone. */
export const queueReasons = [...handOverReasons, 'agent-dropped'] as const
export type QueueReason = (typeof queueReasons)[number]
export const QueueReason = Type.Unsafe<QueueReason>(Type.Union(queueReasons.map((r) => Type.Literal(r))))
export const queueReasonLabels: Record<QueueReason, string> = { ...handOverReasonLabels, 'agent-dropped': '坐席连接中断' }

/**
 * What somebody chooses who asks for a person in the half hour of their own appointment. keep-waiting: 【继续等待】, for the agent's
 * invitation; keep-queueing: 【继续排队】, the appointment is cancelled.
 */
export const bookedHandOvers = ['keep-waiting', 'keep-queueing'] as const
export type BookedHandOver = (typeof bookedHandOvers)[number]
export const BookedHandOver = Type.Unsafe<BookedHandOver>(Type.Union(bookedHandOvers.map((h) => Type.Literal(h))))

export const ratingOutcomes = ['solved', 'unsolved'] as const
export type RatingOutcome = (typeof ratingOutcomes)[number]
export const RatingOutcome = Type.Unsafe<RatingOutcome>(Type.Union(ratingOutcomes.map((o) => Type.Literal(o))))
export const ratingLabels: Record<RatingOutcome, string> = { solved: '已解决', unsolved: '未解决' }

/** none: never live, or the agent was offline at the end; asked: waiting for the taxpayer. */
export const RatingState = Type.Union([
  Type.Object({ state: Type.Literal('none') }),
  Type.Object({ state: Type.Literal('asked') }),
  Type.Object({ state: Type.Literal('given'), outcome: RatingOutcome, remark: Type.String(), at: Type.Integer() }),
])
export type RatingState = Static<typeof RatingState>

/** The agent as the taxpayer sees them. */
export const ServingAgent = Type.Object({ id: PersonId, number: Type.String() })
export type ServingAgent = Static<typeof ServingAgent>

const at = (description: string) =>
  Type.Union([Type.Integer(), Type.Null()], { description: `${description}; milliseconds since 1970, UTC` })

export const Conversation = Type.Object({
  id: ConversationId,
  /** 1, 2, 3 … for each taxpayer: the order in which their conversations follow each other. */
  ordinal: Type.Integer({ minimum: 1 }),
  taxpayerId: PersonId,
  officeId: OfficeId,
  skillGroupId: SkillGroupId,
  stage: Stage,
  /** Grows by one with every change of anything but messages, so that the newer of two copies is known. */
  revision: Type.Integer({ minimum: 0 }),
  /** The highest seq given to a message here; 0 when there is none. seq has no gaps. */
  lastSeq: Type.Integer({ minimum: 0 }),
  /** Up to where each side has read. The bot counts as the office's side until an agent connects. */
  taxpayerReadSeq: Type.Integer({ minimum: 0 }),
  officeReadSeq: Type.Integer({ minimum: 0 }),
  agent: Type.Union([ServingAgent, Type.Null()]),
  handOverReason: Type.Union([HandOverReason, Type.Null()]),
  /** 转接: another agent is asked to take over. Meanwhile the taxpayer cannot end it by 【结束会话】. */
  isTransferring: Type.Boolean(),
  /** Their line is lost: they have a while to come back, then the taxpayer waits at the front of the queue. null: they are there. */
  agentAwaySince: at('since when no window of the agent is there'),
  openedAt: Type.Integer(),
  servedAt: at('when the agent connected'),
  endedAt: at('when it ended'),
  endedBy: Type.Union([Type.Unsafe<Ender>(Type.Union(enders.map((e) => Type.Literal(e)))), Type.Null()]),
  rating: RatingState,
})
export type Conversation = Static<typeof Conversation>
