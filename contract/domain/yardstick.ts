// The official yardsticks of a tax office's service to people who ask for a person. All are counted over everybody who asked, those who
// gave up included; whose outcome is open still is in none of them. docs/architecture.md has the formulas.
import { Type, type Static } from 'typebox'

export const yardsticks = {
  /** 15 秒接通率: an agent within 15 s of asking for one. */
  connectedWithinMs: 15_000,
  /** 3 分钟响应率: the agent's first message within 3 min of asking for one. */
  repliedWithinMs: 180_000,
  /** 留言 24 小时答复率: the first reply within 24 h of leaving it. */
  mailboxWithinMs: 86_400_000,
} as const

/** How many of how many; a percentage where `of` is not 0. */
export const Rate = Type.Object({ met: Type.Integer({ minimum: 0 }), of: Type.Integer({ minimum: 0 }) })
export type Rate = Static<typeof Rate>

/** In whole per cent; null where there is nothing to count. Rounded down, so that 100 % is said of all alone. */
export const percentOf = ({ met, of }: Rate): number | null => (of === 0 ? null : Math.floor((met / of) * 100))

/** One who asked for a person, with what came of it. Moments in milliseconds since 1970. */
export interface Ask {
  readonly askedAt: number
  /** When an agent connected, or they gave up; null: they wait still. */
  readonly closedAt: number | null
  /** Whether an agent connected. */
  readonly isServed: boolean
  /** The agent's first message; null: none yet. */
  readonly repliedAt: number | null
}

/** Whether a time limit that began at `from` was kept; null: it is open still, at `now`. */
function kept(from: number, done: number | null, isOver: boolean, withinMs: number, now: number): boolean | null {
  if (done !== null) return done - from <= withinMs
  return isOver || now - from > withinMs ? false : null
}

function rateOf(outcomes: readonly (boolean | null)[]): Rate {
  const known = outcomes.filter((outcome) => outcome !== null)
  return { met: known.filter(Boolean).length, of: known.length }
}

const hasGivenUp = ({ closedAt, isServed }: Ask): boolean => closedAt !== null && !isServed

/** 15 秒接通率. */
export const connectedInTime = (asks: readonly Ask[], now: number): Rate =>
  rateOf(asks.map((ask) => kept(ask.askedAt, ask.isServed ? ask.closedAt : null, hasGivenUp(ask), yardsticks.connectedWithinMs, now)))

/** 3 分钟响应率. */
export const repliedInTime = (asks: readonly Ask[], now: number): Rate =>
  rateOf(asks.map((ask) => kept(ask.askedAt, ask.repliedAt, hasGivenUp(ask), yardsticks.repliedWithinMs, now)))

/** 放弃率: of those who do not wait any more. */
export const abandoned = (asks: readonly Ask[]): Rate => {
  const over = asks.filter(({ closedAt }) => closedAt !== null)
  return { met: over.filter(hasGivenUp).length, of: over.length }
}

/** 留言 24 小时答复率. */
export const answeredInTime = (left: readonly { readonly leftAt: number; readonly repliedAt: number | null }[], now: number): Rate =>
  rateOf(left.map(({ leftAt, repliedAt }) => kept(leftAt, repliedAt, false, yardsticks.mailboxWithinMs, now)))

/** Of those who were served, in milliseconds; null where nobody was. */
export function averageWaitMs(asks: readonly Ask[]): number | null {
  const waits = asks.flatMap(({ askedAt, closedAt, isServed }) => (isServed && closedAt !== null ? closedAt - askedAt : []))
  return waits.length === 0 ? null : Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length)
}
