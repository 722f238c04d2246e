import { Type } from 'typebox'
import { OfficeId, PersonId } from '../ids.ts'
import { defineRoute } from './route.ts'

export const listOffices = defineRoute({
  method: 'GET',
  path: '/api/desk/offices',
  access: ['agent', 'supervisor'],
  tag: 'offices',
  summary: 'All offices with their agents: to whom a 留言 or a 工单 can be given.',
  reply: Type.Object({
    offices: Type.Array(
      Type.Object({
        id: OfficeId,
        name: Type.String(),
        agents: Type.Array(Type.Object({ id: PersonId, number: Type.String(), name: Type.String() })),
      }),
    ),
  }),
})
