// 审计日志: read by administrators; no route changes it.
import { Type } from 'typebox'
import { AuditEntry, AuditKind, AuditVerdict } from '../domain/audit.ts'
import { Day } from '../domain/day.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

export const listAudit = defineRoute({
  method: 'GET',
  path: '/api/audit',
  access: ['admin'],
  tag: 'audit',
  summary:
    '审计日志, newest first. `person`: in part of a name or account; `text`: in part of what was changed. `from`, `to`: days in Beijing.',
  query: Type.Object({
    ...paging,
    kind: Type.Optional(AuditKind),
    person: Type.Optional(Type.String({ maxLength: 60 })),
    text: Type.Optional(Type.String({ maxLength: 60 })),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
  }),
  reply: pageOf(AuditEntry),
})

export const verifyAudit = defineRoute({
  method: 'GET',
  path: '/api/audit/verdict',
  access: ['admin'],
  tag: 'audit',
  summary: 'Reads all entries, and tells the first that was changed or is missing.',
  reply: AuditVerdict,
  waitMaxMs: 60_000,
})
