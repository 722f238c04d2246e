// 防骚扰: the rules, for administrators.
import { Type } from 'typebox'
import { HarassmentPolicy, HarassmentRules, HarassmentTrial } from '../domain/harassment-desk.ts'
import { defineRoute } from './route.ts'

const access = ['admin'] as const
const tag = 'harassment'

export const getHarassmentPolicy = defineRoute({
  method: 'GET',
  path: '/api/harassment/rules',
  access,
  tag,
  summary: 'The rules in their order, and who changed what of them.',
  reply: HarassmentPolicy,
})

export const saveHarassmentRules = defineRoute({
  method: 'PUT',
  path: '/api/harassment/rules',
  access,
  tag,
  summary:
    'Replaces the rules, in force at once. Errors: HARASSMENT_RULES_INVALID, HARASSMENT_RULES_CHANGED (`revision` is not the newest).',
  body: Type.Object({ rules: HarassmentRules, revision: Type.Integer({ minimum: 0 }) }),
  reply: HarassmentPolicy,
})

export const tryHarassmentRules = defineRoute({
  method: 'POST',
  path: '/api/harassment/trial',
  access,
  tag,
  summary: "What these rules would have met among yesterday's messages. Stores nothing. Errors: HARASSMENT_RULES_INVALID.",
  body: Type.Object({ rules: HarassmentRules }),
  reply: HarassmentTrial,
  waitMaxMs: 60_000,
})
