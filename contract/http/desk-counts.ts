import { Type } from 'typebox'
import { DeskCounts } from '../domain/desk-counts.ts'
import { defineRoute } from './route.ts'

export const countDeskWork = defineRoute({
  method: 'GET',
  path: '/api/desk/counts',
  access: ['agent', 'supervisor'],
  tag: 'offices',
  summary: 'How much of each kind waits at the office: the numbers beside 留言, 工单 and 预约.',
  reply: Type.Object({ counts: DeskCounts }),
})
