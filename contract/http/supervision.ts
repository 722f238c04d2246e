// 监控: for supervisors, of their own office.
import { LiveWall } from '../domain/live-wall.ts'
import { defineRoute } from './route.ts'

const access = ['supervisor'] as const
const tag = 'supervision'

export const getWall = defineRoute({
  method: 'GET',
  path: '/api/supervision/wall',
  access,
  tag,
  summary: 'How one’s office stands now and how today went, by the official yardsticks.',
  reply: LiveWall,
})
