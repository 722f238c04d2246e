// 防骚扰: when somebody's messages become harassment, and what is then done, for how long. The rules are read from the first; the first
// that is met decides. They are data: the server judges by them, the console edits them, the documents print them.
import { Type, type Static } from 'typebox'
import { HarassmentRuleId } from '../ids.ts'

/**
 * again: one of the others is met by somebody who was intercepted before. reported: an agent pressed 举报骚扰.
 * rate: so many messages, by when they were written. repetition: so many that say the same.
 */
export const harassmentConditions = ['again', 'threat', 'sexual', 'abuse', 'reported', 'repetition', 'rate'] as const
export type HarassmentCondition = (typeof harassmentConditions)[number]
export const HarassmentCondition = Type.Unsafe<HarassmentCondition>(Type.Union(harassmentConditions.map((c) => Type.Literal(c))))
export const harassmentConditionLabels: Record<HarassmentCondition, string> = {
  again: '再次违反',
  threat: '威胁',
  sexual: '性骚扰',
  abuse: '辱骂',
  reported: '坐席举报',
  repetition: '重复发送',
  rate: '发送过快',
}

/** From the mildest. cool-down: messages wait and are sent afterwards. block: for days. */
export const harassmentActions = ['warn', 'cool-down', 'mute', 'end', 'block'] as const
export type HarassmentAction = (typeof harassmentActions)[number]
export const HarassmentAction = Type.Unsafe<HarassmentAction>(Type.Union(harassmentActions.map((a) => Type.Literal(a))))
export const harassmentActionLabels: Record<HarassmentAction, string> = {
  warn: '提醒',
  'cool-down': '暂缓发送',
  mute: '禁言',
  end: '结束会话',
  block: '暂停咨询',
}

/** Actions that last. */
export const restrainingActions = ['cool-down', 'mute', 'block'] as const satisfies readonly HarassmentAction[]
export type RestrainingAction = (typeof restrainingActions)[number]
export const isRestraining = (action: HarassmentAction): action is RestrainingAction =>
  restrainingActions.some((restraining) => restraining === action)

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 60 * MINUTE_SECONDS
const DAY_SECONDS = 24 * HOUR_SECONDS

/** How long each lasting action may be, in seconds. */
export const durationRanges: Record<RestrainingAction, { readonly min: number; readonly max: number }> = {
  'cool-down': { min: 5, max: 10 * MINUTE_SECONDS },
  mute: { min: MINUTE_SECONDS, max: DAY_SECONDS },
  block: { min: HOUR_SECONDS, max: 30 * DAY_SECONDS },
}
/** Messages are remembered for an hour and two hundred at most; interceptions count for thirty days. */
export const windowMaxSeconds = { messages: HOUR_SECONDS, interceptions: 30 * DAY_SECONDS } as const
export const countMax = 200

export const HarassmentRule = Type.Object({
  id: HarassmentRuleId,
  condition: HarassmentCondition,
  /** Met from the so manieth on. */
  count: Type.Integer({ minimum: 1, maximum: countMax }),
  windowSeconds: Type.Integer({ minimum: 1, maximum: windowMaxSeconds.interceptions }),
  action: HarassmentAction,
  /** 0 where the action does not last. */
  durationSeconds: Type.Integer({ minimum: 0, maximum: durationRanges.block.max }),
  isEnabled: Type.Boolean(),
})
export type HarassmentRule = Static<typeof HarassmentRule>

export const windowMaxOf = (condition: HarassmentCondition): number =>
  condition === 'again' ? windowMaxSeconds.interceptions : windowMaxSeconds.messages

export const ruleFaults = ['window', 'duration', 'count', 'report', 'twice', 'none'] as const
export type RuleFault = (typeof ruleFaults)[number]
export const ruleFaultLabels: Record<RuleFault, string> = {
  window: '时间范围过长：消息最多统计 1 小时，拦截记录最多统计 30 天',
  duration: '持续时间不在允许的范围内',
  count: '次数过少：发送过快至少 5 条，重复发送至少 3 条',
  report: '坐席举报每次都处理，次数请填 1',
  twice: '规则重复',
  none: '至少保留一条规则',
}
/** Fewer would meet everybody. */
const countMin: Partial<Record<HarassmentCondition, number>> = { rate: 5, repetition: 3 }

/** What is wrong with a rule, by its schema right; null: nothing. */
export function ruleFault({ condition, count, windowSeconds, action, durationSeconds }: HarassmentRule): RuleFault | null {
  if (windowSeconds > windowMaxOf(condition)) return 'window'
  if (count < (countMin[condition] ?? 1)) return 'count'
  if (condition === 'reported' && count > 1) return 'report'
  if (!isRestraining(action)) return durationSeconds === 0 ? null : 'duration'
  const { min, max } = durationRanges[action]
  return durationSeconds >= min && durationSeconds <= max ? null : 'duration'
}

/** The first fault of a whole list, with the place of its rule (0 is the first); null: none. */
export function rulesFault(rules: readonly HarassmentRule[]): { readonly index: number; readonly fault: RuleFault } | null {
  if (rules.length === 0) return { index: 0, fault: 'none' }
  const seen = new Set<string>()
  for (const [index, rule] of rules.entries()) {
    const fault = seen.has(rule.id) ? 'twice' : ruleFault(rule)
    if (fault) return { index, fault }
    seen.add(rule.id)
  }
  return null
}

const rule = (
  id: string,
  condition: HarassmentCondition,
  count: number,
  windowSeconds: number,
  action: HarassmentAction,
  durationSeconds = 0,
): HarassmentRule => ({ id: id as HarassmentRuleId, condition, count, windowSeconds, action, durationSeconds, isEnabled: true })

/** In steps: whoever is intercepted for the first time is only told so. */
export const defaultHarassmentRules: readonly HarassmentRule[] = [
  rule('again-block', 'again', 4, DAY_SECONDS, 'block', DAY_SECONDS),
  rule('again-end', 'again', 3, DAY_SECONDS, 'end'),
  rule('again-mute', 'again', 2, DAY_SECONDS, 'mute', 10 * MINUTE_SECONDS),
  rule('again-cool', 'again', 1, DAY_SECONDS, 'cool-down', MINUTE_SECONDS),
  rule('threat', 'threat', 1, HOUR_SECONDS, 'warn'),
  rule('sexual', 'sexual', 1, HOUR_SECONDS, 'warn'),
  rule('abuse', 'abuse', 2, 10 * MINUTE_SECONDS, 'warn'),
  rule('reported', 'reported', 1, HOUR_SECONDS, 'warn'),
  rule('repetition', 'repetition', 6, 3 * MINUTE_SECONDS, 'warn'),
  // Nobody types so fast; what waited offline counts by when it was written.
  rule('rate', 'rate', 200, MINUTE_SECONDS, 'warn'),
]

const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
/** 11月27日 14:30:05, in Beijing. */
export const untilText = (untilMs: number): string => dayAndTime.format(untilMs)
