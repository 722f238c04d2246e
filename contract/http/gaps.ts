import { Type } from 'typebox'
import { Gap, GapState } from '../domain/gap.ts'
import { Revision } from '../domain/revision.ts'
import { MessageId, TopicId } from '../ids.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ gapId: MessageId })
const span = {
  from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'first day, Beijing' }),
  to: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'last day, Beijing' }),
}

export const listGaps = defineRoute({
  method: 'GET',
  path: '/api/knowledge/gaps',
  access: ['editor'],
  tag: 'gaps',
  summary: '待补知识: questions without an answer and disliked answers of a span of days, grouped by meaning, most asked first.',
  query: Type.Object({ ...span, state: Type.Optional(GapState) }),
  reply: Type.Object({
    gaps: Type.Array(Gap),
    /** All questions of the span, and how many of them were answered directly. */
    asked: Type.Integer(),
    answered: Type.Integer(),
    /** Groups of the span by state, whatever state is asked for. */
    groups: Type.Object({ open: Type.Integer(), drafted: Type.Integer(), dismissed: Type.Integer() }),
  }),
})

export const exportGaps = defineRoute({
  method: 'GET',
  path: '/api/knowledge/gaps/workbook',
  access: ['editor'],
  tag: 'gaps',
  summary:
    'Every question of a span of days that the bot failed, with its group, as an xlsx workbook. Errors: REQUEST_INVALID (no such day).',
  query: Type.Object(span),
  reply: Type.Object({ fileName: Type.String(), bytes: Type.String({ contentEncoding: 'base64' }) }),
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

export const reopenGap = defineRoute({
  method: 'DELETE',
  path: '/api/knowledge/gaps/:gapId/dismissal',
  access: ['editor'],
  tag: 'gaps',
  summary: 'Takes a dismissal back: the group is open again. Errors: GAP_NOT_FOUND (also one that is not dismissed).',
  params,
  reply: Type.Object({}),
})
