export { endSessionsOf } from './ending.ts'
export { forgetTries, lockedAccounts } from './lock-out.ts'
export { registerSessionRoutes } from './sessions.routes.ts'
export { createSessions, type Sessions } from './sessions.service.ts'
