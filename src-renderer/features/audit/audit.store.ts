// 审计日志: one page of what the server has, as it is filtered.
import type { AuditKind, AuditVerdict } from '@zhengna/contract/domain/audit.ts'
import type { Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { useHost } from '../../host/index.ts'
import { createFilteredPage, narrowing } from '../../ui/index.ts'

export interface AuditLook {
  readonly kind: AuditKind | ''
  readonly person: string
  readonly text: string
  /** YYYY-MM-DD, '' for open. */
  readonly from: string
  readonly to: string
}
const everything: AuditLook = { kind: '', person: '', text: '', from: '', to: '' }

export const entriesPerPage = 20

export const useAuditStore = defineStore('audit', () => {
  const host = useHost()
  const page = createFilteredPage({
    everything,
    size: entriesPerPage,
    ask: (filter, paging) => host.request('audit.list', { query: { ...narrowing(filter), ...paging } }),
  })
  const verify = (): Promise<Result<AuditVerdict>> => host.request('audit.verify', {})
  return { ...page, verify }
})
