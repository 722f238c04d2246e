export { registerSessionRoutes } from './sessions.routes.ts'
export { createSessions } from './sessions.service.ts'
