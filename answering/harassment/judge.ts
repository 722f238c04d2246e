// Whether a message, with those of the same person before it, is harassment by the rules. Pure: no clock, no store; the same on every
// server and in the trial over yesterday's records.
import type { HarassmentCondition, HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import type { Offence } from './offence.ts'
import { isSameText, sameTextKey } from './same-text.ts'

/** A message as it is remembered. */
export interface Remembered {
  readonly id: string
  /** When it reached the server. */
  readonly at: number
  /** When it was written, never after `at`: what waited offline comes all at once and is no flood. */
  readonly writtenAt: number
  readonly text: string
  readonly offences: readonly Offence[]
  /** An option or question that was pressed: of those, the same may come again. */
  readonly isPicked: boolean
}

export interface Judged {
  readonly rule: HarassmentRule
  /** What it was in the first place, where the rule is `again`. */
  readonly condition: Exclude<HarassmentCondition, 'again'>
  readonly messages: readonly Remembered[]
}

/** Times at which the person was intercepted before, lifted ones left out. */
export type Earlier = readonly number[]

type Plain = Exclude<HarassmentCondition, 'again'>
/** Whatever was said to have been written when: so many times the rule's number arriving is a flood. */
const ARRIVING_MAX = 5
/** More messages of one person are not remembered. */
export const rememberedMax = 300

/**
 * `recent`: the person's messages before this one, the oldest first, without what was already acted on. null: nothing is met.
 * `isReported`: an agent says so, and `message` is the last they wrote.
 */
export function judge(
  rules: readonly HarassmentRule[],
  recent: readonly Remembered[],
  message: Remembered,
  earlier: Earlier,
  isReported = false,
): Judged | null {
  const all = [...recent.filter(({ id }) => id !== message.id), message]
  const enabled = rules.filter(({ isEnabled }) => isEnabled)
  const met = new Map<HarassmentRule, readonly Remembered[]>()
  for (const rule of enabled) {
    if (rule.condition === 'again') continue
    const messages = isReported === (rule.condition === 'reported') ? evidence(rule, all, message) : null
    if (messages) met.set(rule, messages)
  }
  const first = enabled.find((rule) => met.has(rule))
  if (!first) return null
  const known = { condition: first.condition as Plain, messages: met.get(first) ?? [] }
  for (const rule of enabled) {
    if (rule === first) return { rule, ...known }
    if (rule.condition !== 'again') continue
    const since = message.at - rule.windowSeconds * 1000
    if (earlier.filter((at) => at > since).length >= rule.count) return { rule, ...known }
  }
  return null
}

/** The messages that meet the rule, this one among them; null where they do not. */
function evidence(rule: HarassmentRule, all: readonly Remembered[], message: Remembered): readonly Remembered[] | null {
  const { condition, count, windowSeconds } = rule
  const since = message.at - windowSeconds * 1000
  switch (condition) {
    case 'reported':
      return [message]
    case 'rate': {
      const writtenSince = message.writtenAt - windowSeconds * 1000
      const written = all.filter(({ writtenAt }) => writtenAt > writtenSince)
      if (written.length >= count) return written
      const arrived = all.filter(({ at }) => at > since)
      return arrived.length >= Math.min(count * ARRIVING_MAX, rememberedMax) ? arrived : null
    }
    case 'repetition': {
      if (message.isPicked) return null
      const key = sameTextKey(message.text)
      const same = all.filter(({ at, isPicked, text }) => at > since && !isPicked && isSameText(key, sameTextKey(text)))
      return same.length >= count ? same : null
    }
    case 'threat':
    case 'sexual':
    case 'abuse': {
      if (!message.offences.includes(condition)) return null
      const offending = all.filter(({ at, offences }) => at > since && offences.includes(condition))
      return offending.length >= count ? offending : null
    }
    case 'again':
      return null
  }
}
