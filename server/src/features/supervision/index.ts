export { announceSupervision } from './announcing.ts'
export { registerSupervisionRoutes } from './supervision.routes.ts'
export { createTalks } from './talks.service.ts'
export { createWall } from './wall.service.ts'
