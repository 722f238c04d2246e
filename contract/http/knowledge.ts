import { Type } from 'typebox'
import { KnowledgeUpdate } from '../domain/article.ts'
import { defineRoute } from './route.ts'

export const getSnapshot = defineRoute({
  method: 'GET',
  path: '/api/knowledge/snapshot',
  access: 'signed-in',
  tag: 'knowledge',
  summary:
    'What changed in the published knowledge base since `version`, or all of it; `update` is null when `version` is already the newest.',
  query: Type.Object({ version: Type.Optional(Type.String({ maxLength: 80 })) }),
  reply: Type.Object({ version: Type.String(), update: Type.Union([KnowledgeUpdate, Type.Null()]) }),
})
