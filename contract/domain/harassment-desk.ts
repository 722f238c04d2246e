// 防骚扰 at the console: the rules with who changed them, and a trial over the day before.
import { Type, type Static } from 'typebox'
import { HarassmentRuleId, MessageId } from '../ids.ts'
import { HarassmentRule } from './harassment.ts'

export const HarassmentRules = Type.Array(HarassmentRule, { minItems: 1, maxItems: 50 })

/** One version of the rules that was saved. */
export const HarassmentChange = Type.Object({
  revision: Type.Integer({ minimum: 1 }),
  at: Type.Integer(),
  by: Type.String(),
  /** What was changed, a line for each rule. */
  changes: Type.Array(Type.String()),
})
export type HarassmentChange = Static<typeof HarassmentChange>

export const HarassmentPolicy = Type.Object({
  /** 0: as the program brought them. A save names the one it was made on. */
  revision: Type.Integer({ minimum: 0 }),
  rules: HarassmentRules,
  /** The newest first. */
  history: Type.Array(HarassmentChange),
})
export type HarassmentPolicy = Static<typeof HarassmentPolicy>

/** 试运行: what these rules would have met yesterday. Nothing is stored. */
export const HarassmentTrial = Type.Object({
  day: Type.String(),
  messages: Type.Integer({ minimum: 0 }),
  taxpayers: Type.Integer({ minimum: 0 }),
  met: Type.Array(
    Type.Object({
      ruleId: HarassmentRuleId,
      count: Type.Integer({ minimum: 0 }),
      /** The first of them. */
      examples: Type.Array(Type.Object({ messageId: MessageId, at: Type.Integer(), taxpayerName: Type.String(), text: Type.String() })),
    }),
  ),
})
export type HarassmentTrial = Static<typeof HarassmentTrial>
