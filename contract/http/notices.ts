import { Type } from 'typebox'
import { Notice, NoticeKind, UnreadNotices } from '../domain/notice.ts'
import { NoticeId } from '../ids.ts'
import { defineRoute } from './route.ts'

export const listNotices = defineRoute({
  method: 'GET',
  path: '/api/notices',
  access: ['taxpayer'],
  tag: 'notices',
  summary:
    'One’s own notices, newest first; `before`: those older than it; `withdrawnSince`: those withdrawn then or later. `unread` counts all there are.',
  query: Type.Object({
    kind: Type.Optional(NoticeKind),
    before: Type.Optional(NoticeId),
    withdrawnSince: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  }),
  reply: Type.Object({ notices: Type.Array(Notice), unread: UnreadNotices }),
})

export const readNotice = defineRoute({
  method: 'POST',
  path: '/api/notices/:noticeId/read',
  access: ['taxpayer'],
  tag: 'notices',
  summary: 'Marks a notice read; reading it again changes nothing. Errors: NOTICE_NOT_FOUND.',
  params: Type.Object({ noticeId: NoticeId }),
  reply: Type.Object({ notice: Notice, unread: UnreadNotices }),
})
