import { Type } from 'typebox'
import { Topic } from '../domain/article.ts'
import { TopicId } from '../ids.ts'
import { defineRoute } from './route.ts'

const access = ['editor'] as const
const tag = 'editing'
const TopicRow = Type.Object({
  ...Topic.properties,
  articles: Type.Integer({ minimum: 0, description: 'published' }),
  open: Type.Integer({ minimum: 0 }),
})

export const listTopics = defineRoute({
  method: 'GET',
  path: '/api/knowledge/topics',
  access,
  tag,
  summary: 'Topic packs in their order, with how many articles are published and being worked on.',
  reply: Type.Object({ topics: Type.Array(TopicRow) }),
})

export const saveTopic = defineRoute({
  method: 'PUT',
  path: '/api/knowledge/topics/:topicId',
  access,
  tag,
  summary: 'Makes or renames a topic. Errors: TOPIC_NAME_TAKEN.',
  params: Type.Object({ topicId: TopicId }),
  body: Type.Object({ name: Type.String({ minLength: 2, maxLength: 40 }), summary: Type.String({ maxLength: 120 }) }),
  reply: Type.Object({ topic: Topic }),
})

export const removeTopic = defineRoute({
  method: 'DELETE',
  path: '/api/knowledge/topics/:topicId',
  access,
  tag,
  summary: 'Removes a topic that no article is in. Errors: TOPIC_NOT_FOUND, TOPIC_NOT_EMPTY.',
  params: Type.Object({ topicId: TopicId }),
  reply: Type.Object({}),
})
