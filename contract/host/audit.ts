// 审计日志 at the console, for administrators. Online only.
import * as audit from '../http/audit.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const auditRequests = {
  'audit.list': relay(audit.listAudit, console),
  'audit.verify': relay(audit.verifyAudit, console),
}
