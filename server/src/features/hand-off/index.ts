export { registerHandOffRoutes } from './hand-off.routes.ts'
export { lastSeqOfBot } from './bot-part.store.ts'
export { createHandOff } from './hand-off.service.ts'
