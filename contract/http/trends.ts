import { Trends } from '../domain/trend.ts'
import { defineRoute } from './route.ts'

export const getTrends = defineRoute({
  method: 'GET',
  path: '/api/knowledge/trends',
  access: 'signed-in',
  tag: 'knowledge',
  summary: '热词, 热点推荐 and the order of 问答套餐, for whoever asks, from recent records.',
  reply: Trends,
})
