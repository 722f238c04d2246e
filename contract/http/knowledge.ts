import { Type } from 'typebox'
import { KnowledgeSnapshot } from '../domain/article.ts'
import { defineRoute } from './route.ts'

export const getSnapshot = defineRoute({
  method: 'GET',
  path: '/api/knowledge/snapshot',
  access: 'signed-in',
  tag: 'knowledge',
  summary: 'All published articles in force; `snapshot` is null when `version` is already the caller’s.',
  query: Type.Object({ version: Type.Optional(Type.String({ maxLength: 80 })) }),
  reply: Type.Object({ version: Type.String(), snapshot: Type.Union([KnowledgeSnapshot, Type.Null()]) }),
})
