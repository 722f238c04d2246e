export { registerAttachmentRoutes } from './attachments.routes.ts'
export { createAttachments, type Attachments } from './attachments.service.ts'
export type { AttachedRecord } from './attachments.store.ts'
export { serveAttachments } from './content.routes.ts'
