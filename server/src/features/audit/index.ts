export { createAudit, type Audit } from './audit.service.ts'
export { registerAuditRoutes } from './audit.routes.ts'
export { recordAudit } from './record.ts'
