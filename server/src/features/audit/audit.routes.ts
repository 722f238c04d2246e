import * as contract from '@zhengna/contract/http/audit.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Audit } from './audit.service.ts'

export function registerAuditRoutes(implement: Implement, audit: Audit): void {
  implement(contract.listAudit, ({ query: { page = 1, pageSize = 20, ...filter } }) =>
    audit.list({ ...filter, offset: (page - 1) * pageSize, limit: pageSize }),
  )
  implement(contract.verifyAudit, () => audit.verify())
}
