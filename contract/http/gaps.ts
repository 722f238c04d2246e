import { Type } from 'typebox'
import { Gap, GapState } from '../domain/gap.ts'
import { Revision } from '../domain/revision.ts'
import { MessageId, TopicId } from '../ids.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ gapId: MessageId })

export const listGaps = defineRoute({
  method: 'GET',
  path: '/api/knowledge/gaps',
  access: ['editor'],
  tag: 'gaps',
  summary: '待补知识: questions without an answer and disliked answers of a span of days, grouped by meaning, most asked first.',
  query: Type.Object({
    from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'first day, Beijing' }),
    to: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'last day, Beijing' }),
    state: Type.Optional(GapState),
  }),
  reply: Type.Object({
    gaps: Type.Array(Gap),
    /** All questions of the span, and how many of them were answered directly. */
    asked: Type.Integer(),
    answered: Type.Integer(),
  }),
})

export const draftFromGap = defineRoute({
  method: 'POST',
  path: '/api/knowledge/gaps/:gapId/draft',
  access: ['editor'],
  tag: 'gaps',
  summary: 'Begins the missing article: its question and similar questions are those of the group. Errors: GAP_NOT_FOUND, TOPIC_NOT_FOUND.',
  params,
  body: Type.Object({ topicId: TopicId }),
  reply: Type.Object({ revision: Revision }),
})

export const dismissGap = defineRoute({
  method: 'POST',
  path: '/api/knowledge/gaps/:gapId/dismissal',
  access: ['editor'],
  tag: 'gaps',
  summary: 'Nothing is to be written for it; questions that mean the same stay out of the open list. Errors: GAP_NOT_FOUND.',
  params,
  reply: Type.Object({}),
})
