export { registerPresenceRoutes } from './presence.routes.ts'
export { createPresence, type PresenceService } from './presence.service.ts'
