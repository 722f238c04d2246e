export { registerHandOffRoutes } from './hand-off.routes.ts'
export { createHandOff } from './hand-off.service.ts'
