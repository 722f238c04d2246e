import * as contract from '@zhengna/contract/http/notices.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Notices } from './notices.service.ts'

export function registerNoticeRoutes(implement: Implement, notices: Notices): void {
  implement(contract.listNotices, ({ caller, query }) => notices.list(caller, { ...query, limit: query.limit ?? 20 }))
  implement(contract.readNotice, ({ caller, params }) => notices.read(caller, params.noticeId))
}
