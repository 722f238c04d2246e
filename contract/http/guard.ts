// 敏感词: the words, what is done about each category, and a trial.
import { Type } from 'typebox'
import { CategoryPolicy, GuardTrial, GuardWord, GuardWordContent, WordImport } from '../domain/guard-desk.ts'
import { GuardDirection, SensitiveCategory, SensitiveDirection } from '../domain/sensitive-word.ts'
import { SensitiveWordId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const access = ['admin'] as const
const tag = 'guard'
const word = Type.Object({ wordId: SensitiveWordId })
const reply = Type.Object({ word: GuardWord })
const Saving = Type.Object({
  content: GuardWordContent,
  /** False: refused where questions of the knowledge base have the word in them. */
  isCertain: Type.Boolean(),
})

export const listGuardWords = defineRoute({
  method: 'GET',
  path: '/api/guard/words',
  access,
  tag,
  summary:
    'Sensitive words, last changed first. `text` is looked for in spellings, exceptions and notes. `direction` in or out also finds what holds both ways.',
  query: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    category: Type.Optional(SensitiveCategory),
    direction: Type.Optional(SensitiveDirection),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  reply: Type.Object({ words: Type.Array(GuardWord), total: Type.Integer() }),
})

export const addGuardWord = defineRoute({
  method: 'POST',
  path: '/api/guard/words',
  access,
  tag,
  summary: 'A new word, in force at once. Errors: GUARD_WORD_INVALID, GUARD_WORD_TOUCHES (ordinary questions, unless `isCertain`).',
  body: Saving,
  reply,
})

export const saveGuardWord = defineRoute({
  method: 'PUT',
  path: '/api/guard/words/:wordId',
  access,
  tag,
  summary: 'Replaces a word, in force at once. Errors: GUARD_WORD_NOT_FOUND, GUARD_WORD_INVALID, GUARD_WORD_TOUCHES.',
  params: word,
  body: Saving,
  reply,
})

export const removeGuardWord = defineRoute({
  method: 'DELETE',
  path: '/api/guard/words/:wordId',
  access,
  tag,
  summary: 'Removes a word; one that came with the program does not come back. Errors: GUARD_WORD_NOT_FOUND.',
  params: word,
  reply: Type.Object({}),
})

export const importGuardWords = defineRoute({
  method: 'POST',
  path: '/api/guard/words/import',
  access,
  tag,
  summary:
    'Many words of one category, one a line. Bad lines are told and left out, and so are words that ordinary questions have in them. `isTrial`: only tells. Errors: GUARD_WORD_INVALID (too many lines or words).',
  body: Type.Object({
    text: Type.String({ minLength: 1, maxLength: limits.guardImportTextMaxLength }),
    category: SensitiveCategory,
    direction: SensitiveDirection,
    isTrial: Type.Boolean(),
  }),
  reply: WordImport,
})

export const listGuardPolicy = defineRoute({
  method: 'GET',
  path: '/api/guard/policy',
  access,
  tag,
  summary: 'What is done about words of each category.',
  reply: Type.Object({ policy: Type.Array(CategoryPolicy) }),
})

export const saveGuardPolicy = defineRoute({
  method: 'PUT',
  path: '/api/guard/policy/:category',
  access,
  tag,
  summary: 'Sets what is done about words of a category that have no action of their own, at once.',
  params: Type.Object({ category: SensitiveCategory }),
  body: Type.Pick(CategoryPolicy, ['action', 'replacement']),
  reply: Type.Object({ policy: CategoryPolicy }),
})

export const tryGuard = defineRoute({
  method: 'POST',
  path: '/api/guard/trial',
  access,
  tag,
  summary: 'What would happen to a text, and which words are in it. Stores and counts nothing.',
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: limits.messageTextMaxLength }), direction: GuardDirection }),
  reply: GuardTrial,
})
